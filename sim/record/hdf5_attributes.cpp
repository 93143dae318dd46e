#include "sim/record/hdf5_attributes.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <type_traits>

#include "sim/record/hdf5_handles.hpp"
#include "sim/record/utf8.hpp"

namespace districtsim::hdf5 {
namespace {

bool write_values(hid_t object, const std::string& name, hid_t type, const Handle& space, const void* values) {
  Handle attribute(H5Acreate2(object, name.c_str(), type, space.get(), H5P_DEFAULT, H5P_DEFAULT), H5Aclose);
  return attribute.valid() && H5Awrite(attribute.get(), type, values) >= 0 && attribute.close();
}

bool write_texts(hid_t object, const std::string& name, const Handle& space, const std::vector<std::string>& texts) {
  std::vector<std::string> valid;
  std::transform(texts.begin(), texts.end(), std::back_inserter(valid), as_utf8);
  std::vector<const char*> pointers;
  for (const std::string& text : valid) pointers.push_back(text.c_str());
  return write_values(object, name, text_type().get(), space, pointers.data());
}

bool is_of_times(const std::string& name, const std::string& text) {
  return name == "calendar" || (name == "units" && text.find(" since ") != std::string::npos);
}

bool write_fixed_text(hid_t object, const std::string& name, const Handle& space, const std::string& text) {
  const Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
  H5Tset_size(type.get(), text.size());
  return write_values(object, name, type.get(), space, text.data());
}

Handle row_of(std::size_t count) {
  const hsize_t length = count;
  return {H5Screate_simple(1, &length, nullptr), H5Sclose};
}

}  // namespace

bool write_attribute(hid_t object, const std::string& name, const AttributeValue& value) {
  const auto held = lock();
  const Handle scalar(H5Screate(H5S_SCALAR), H5Sclose);
  return std::visit(
      [&](const auto& typed) {
        using T = std::decay_t<decltype(typed)>;
        if constexpr (std::is_same_v<T, std::string>) {
          if (is_of_times(name, typed)) return write_fixed_text(object, name, scalar, typed);
          return write_texts(object, name, scalar, {typed});
        } else if constexpr (std::is_arithmetic_v<T>) {
          return write_values(object, name, type_of<T>().get(), scalar, &typed);
        } else {
          return write_attribute_of(object, name, typed);
        }
      },
      value);
}

template <class T>
bool write_attribute_of(hid_t object, const std::string& name, const std::vector<T>& values) {
  const auto held = lock();
  if constexpr (std::is_same_v<T, std::string>) {
    return write_texts(object, name, row_of(values.size()), values);
  } else {
    return write_values(object, name, type_of<T>().get(), row_of(values.size()), values.data());
  }
}

template bool write_attribute_of(hid_t, const std::string&, const std::vector<float>&);
template bool write_attribute_of(hid_t, const std::string&, const std::vector<double>&);
template bool write_attribute_of(hid_t, const std::string&, const std::vector<std::int8_t>&);
template bool write_attribute_of(hid_t, const std::string&, const std::vector<std::int32_t>&);
template bool write_attribute_of(hid_t, const std::string&, const std::vector<std::int64_t>&);
template bool write_attribute_of(hid_t, const std::string&, const std::vector<std::uint32_t>&);
template bool write_attribute_of(hid_t, const std::string&, const std::vector<std::string>&);

}  // namespace districtsim::hdf5
