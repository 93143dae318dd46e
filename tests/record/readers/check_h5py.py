"""Checks result files with h5py: check_h5py.py FILE... [--sample]; --sample also checks the sample's values."""

import sys

import h5py
import numpy as np

WITHOUT_VALUES = b"This is a netCDF dimension but not a netCDF variable"
NUMBERS = {np.dtype(t) for t in ("<f4", "<f8", "i1", "<i4", "<i8", "<u4")}


def is_scale(dataset):
    return dataset.attrs.get("CLASS") == b"DIMENSION_SCALE"


def has_values(dataset):
    return not (is_scale(dataset) and dataset.attrs["NAME"].startswith(WITHOUT_VALUES))


def check_conventions(file):
    assert file.attrs["Conventions"] == "CF-1.10"
    assert file.attrs["filetype"] == "districtsim result"
    assert file.attrs["schema_version"] == 1
    for name in file:
        assert file.id.links.get_info(name.encode()).corder_valid, f"{name}: creation order is tracked"
    datasets = {}
    file.visititems(lambda name, found: datasets.update({name: found}) if isinstance(found, h5py.Dataset) else None)
    assert datasets, "no datasets"
    scales = [d for d in datasets.values() if is_scale(d)]
    numbered = {int(d.attrs["_Netcdf4Dimid"]) for d in scales}
    assert numbered == set(range(len(scales))), "_Netcdf4Dimid is on all scales, each its own"
    for name, dataset in datasets.items():
        if not has_values(dataset):
            continue
        check_dataset(name, dataset)
    return datasets


def check_dataset(name, dataset):
    text = h5py.check_string_dtype(dataset.dtype)
    if text is not None:
        assert text.length is None and text.encoding == "utf-8", f"{name}: text is variable-length UTF-8"
        for value in dataset[()].ravel() if dataset.shape else [dataset[()]]:
            value.decode("utf-8")
    else:
        assert dataset.dtype in NUMBERS, f"{name}: type {dataset.dtype}"
        assert h5py.check_enum_dtype(dataset.dtype) is None, f"{name}: no enums"
    assert not dataset.is_virtual and not dataset.external, f"{name}: values lie in the file"
    assert dataset.attrs.get("long_name"), f"{name}: has a long name"
    if text is None and "flag_meanings" not in dataset.attrs:
        assert dataset.attrs.get("units"), f"{name}: has units"
    if "flag_meanings" in dataset.attrs:
        assert dataset.attrs["flag_values"].dtype == dataset.dtype, f"{name}: flags have the variable's type"
        assert len(dataset.attrs["flag_values"]) == len(dataset.attrs["flag_meanings"].split())
    if "_FillValue" in dataset.attrs:
        assert dataset.attrs["_FillValue"].dtype == dataset.dtype, f"{name}: missing has the variable's type"
        np.testing.assert_array_equal(dataset.attrs["_FillValue"], [dataset.fillvalue])
    if is_scale(dataset):
        assert dataset.ndim == 1, f"{name}: coordinates have one dimension"
        return
    for axis, dimension in enumerate(dataset.dims):
        assert len(dimension) == 1, f"{name}: dimension {axis} has one scale"
        assert dimension[0].shape == (dataset.shape[axis],), f"{name}: dimension {axis} has its scale's size"


def check_sample(file, datasets):
    assert file.attrs["title"] == "Sample of a district: Zürich"
    assert file.attrs["seed"] == "18446744073709551615"
    assert len(file.attrs["scenario_1_text"]) == 300 * 1024
    assert file.attrs["scenario_2_name"] == "policy Ω"
    assert file["practice"].shape == (5, 2, 3, 4)
    assert file["practice"].dims[0].keys() == ["time"]
    assert file["practice"].maxshape == (None, 2, 3, 4)
    assert np.isnan(file["practice"][3, 0, 0, 1]) and file["practice"][4, 1, 2, 3] == 4 + 0.25 + 1 - 30
    assert list(file["school"].asstr()[:]) == ["Lincoln", 'Zürich, "North"', "PS 3", "Hồ Chí Minh"]
    assert list(file["school_id"].asstr()[:]) == ["010000500870", "010000500871", "010000500872", ""]
    assert list(file["level"][:]) == [0, 2, 1, -1]
    assert list(file["money"][:]) == [9007199254740993, -1]
    assert list(file["agents/teacher"][:]) == [0, 1, 4000000000]
    assert not has_values(datasets["quarter"]) and has_values(datasets["time"])
    assert file["teachers"][()] == -7


paths = [word for word in sys.argv[1:] if word != "--sample"]
assert paths, "no file"
for path in paths:
    with h5py.File(path, "r") as opened:
        found = check_conventions(opened)
        if "--sample" in sys.argv:
            check_sample(opened, found)
    print(f"{path}: {len(found)} datasets")
