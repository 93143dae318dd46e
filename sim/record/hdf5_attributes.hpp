#pragma once

#include <hdf5.h>

#include <string>
#include <vector>

#include "sim/record/result_file.hpp"

namespace districtsim::hdf5 {

/// Attaches an attribute to an open object; false when HDF5 refuses. Text is variable-length UTF-8, whose size no
/// object header limits (fixed-length text ends at 64 KiB) and which h5py reads as text; only the units and calendar of
/// times are fixed-length, since ncdump writes dates for no others.
[[nodiscard]] bool write_attribute(hid_t object, const std::string& name, const AttributeValue& value);

/// An attribute of exactly type T, one value or several, as CF asks of `_FillValue` and `flag_values`.
template <class T>
[[nodiscard]] bool write_attribute_of(hid_t object, const std::string& name, const std::vector<T>& values);

}  // namespace districtsim::hdf5
