"""Checks result files with xarray, through both of its netCDF engines: check_xarray.py FILE... [--sample]."""

import sys
import warnings

import netCDF4
import numpy as np
import xarray as xr

warnings.simplefilter("error")
# Engines and their libraries warn of their own future, which is not the file's.
for kind in (DeprecationWarning, PendingDeprecationWarning, FutureWarning):
    warnings.simplefilter("ignore", kind)


def groups_of(path):
    with netCDF4.Dataset(path) as dataset:
        return [None, *dataset.groups]


def check_conventions(dataset, group):
    if group is None:
        assert dataset.attrs["Conventions"] == "CF-1.10"
        for name in ("title", "filetype", "program_version", "git_commit", "date", "command_line", "seed"):
            assert name in dataset.attrs, f"no attribute {name}"
        np.datetime64(dataset.attrs["date"].rstrip("Z"))
    for name, variable in dataset.variables.items():
        assert variable.attrs.get("long_name"), f"{name}: has a long name"
        is_time = np.issubdtype(variable.dtype, np.datetime64)
        assert not np.issubdtype(variable.dtype, np.timedelta64), f"{name}: durations stay numbers"
        if variable.dtype == object:
            assert all(isinstance(text, str) for text in variable.values.ravel()), f"{name}: text is text"
        elif not is_time and "flag_meanings" not in variable.attrs:
            assert variable.attrs.get("units"), f"{name}: has units"
        if "time" in variable.dims:
            assert variable.dims[0] == "time", f"{name}: time comes first"
    if "time" in dataset.variables:
        assert np.issubdtype(dataset["time"].dtype, np.datetime64), "time decodes to dates"
        assert not dataset.indexes["time"].hasnans and dataset.indexes["time"].is_monotonic_increasing


def check_sample(root, agents):
    assert dict(root.dims) == {
        "time": 5, "year": 2, "scenario": 2, "replicate": 3, "school": 4, "quarter": 4, "nobody": 0
    }  # fmt: skip
    assert list(root["time"].dt.strftime("%Y-%m-%d").values) == [
        "2020-08-10", "2020-08-17", "2020-08-24", "2020-08-31", "2020-09-07"
    ]  # fmt: skip
    assert len(root.attrs["scenario_1_text"]) == 300 * 1024
    practice = root["practice"].sel(scenario="policy Ω", school="PS 3", time="2020-09-07")
    assert practice.dtype == np.float32 and list(practice.values) == [-15.75, -15.25, -14.75]
    assert root["practice"].sel(school='Zürich, "North"').isnull().sum() == 6
    assert root["practice"].isnull().sum() == 6
    assert root["practice"].dims == ("time", "scenario", "replicate", "school")
    np.testing.assert_array_equal(root["level"].values, [0, 2, 1, np.nan])
    assert root["level"].attrs["flag_meanings"].split() == ["elementary", "middle", "high"]
    assert list(root["level"].attrs["flag_values"]) == [0, 1, 2]
    np.testing.assert_array_equal(root["coaching"].values, [[0.1, 0.2, 0.3, 0.4], [1e-300, 1e300, -0.0, 7]])
    assert root["coaching"].attrs["units"] == "h"
    assert list(root["school_id"].values) == ["010000500870", "010000500871", "010000500872", ""]
    assert list(root["year"].values) == [1, 2]
    assert np.isnan(root["money"].values[1])
    assert root["teachers"].item() == -7
    assert root["none"].shape == (0,)
    assert list(agents["teacher"].values) == [0, 1, 4000000000]
    np.testing.assert_array_equal(agents["effect"].values, [[1, 2, 3, 4], [5, 6, 7, 8], [np.nan] * 4])
    assert agents["effect"].dims == ("record", "school")


paths = [word for word in sys.argv[1:] if word != "--sample"]
assert paths, "no file"
for path in paths:
    for engine in ("netcdf4", "h5netcdf"):
        opened = {}
        for group in groups_of(path):
            with xr.open_dataset(path, engine=engine, group=group) as lazy:
                opened[group] = lazy.load()
            check_conventions(opened[group], group)
        if "--sample" in sys.argv:
            check_sample(opened[None], opened["agents"])
        print(f"{path}: {engine} opens {len(opened[None].variables)} variables")
