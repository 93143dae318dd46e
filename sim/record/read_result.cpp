#include "sim/record/read_result.hpp"

#include <hdf5_hl.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <map>
#include <string_view>
#include <system_error>
#include <utility>

#include "sim/core/build_info.hpp"
#include "sim/core/contracts.hpp"
#include "sim/core/failure.hpp"
#include "sim/record/chunks.hpp"
#include "sim/record/hdf5_handles.hpp"

namespace districtsim {
namespace {

using hdf5::Handle;

constexpr std::string_view scale_without_values = "This is a netCDF dimension but not a netCDF variable";

std::optional<ValueType> value_type(const Handle& type) {
  if (H5Tget_class(type.get()) == H5T_STRING) {
    return H5Tis_variable_str(type.get()) > 0 ? std::optional(ValueType::text) : std::nullopt;
  }
  const auto equals = [&type](hid_t other) { return H5Tequal(type.get(), other) > 0; };
  if (equals(H5T_IEEE_F32LE)) return ValueType::float32;
  if (equals(H5T_IEEE_F64LE)) return ValueType::float64;
  if (equals(H5T_STD_I8LE)) return ValueType::int8;
  if (equals(H5T_STD_I32LE)) return ValueType::int32;
  if (equals(H5T_STD_I64LE)) return ValueType::int64;
  if (equals(H5T_STD_U32LE)) return ValueType::uint32;
  return std::nullopt;
}

bool is_number(const Handle& type) {
  const H5T_class_t kind = H5Tget_class(type.get());
  return kind == H5T_INTEGER || kind == H5T_FLOAT;
}

std::string scale_name(hid_t dataset) {
  std::array<char, 128> name{};
  return H5DSget_scale_name(dataset, name.data(), name.size()) >= 0 ? name.data() : "";
}

std::string path_of(hid_t object) {
  std::array<char, 1024> name{};
  H5Iget_name(object, name.data(), name.size());
  return name[0] == '/' ? name.data() + 1 : name.data();
}

herr_t keep_path(hid_t, const char* name, const H5O_info_t* found, void* paths) {
  if (found->type == H5O_TYPE_DATASET) static_cast<std::vector<std::string>*>(paths)->emplace_back(name);
  return 0;
}

herr_t keep_name(hid_t, const char* name, const H5A_info_t*, void* names) {
  static_cast<std::vector<std::string>*>(names)->emplace_back(name);
  return 0;
}

herr_t keep_scale(hid_t, unsigned, hid_t scale, void* path) {
  *static_cast<std::string*>(path) = path_of(scale);
  return 1;
}

Extents shape_of(const Handle& space) {
  const int rank = H5Sget_simple_extent_ndims(space.get());
  std::vector<hsize_t> sizes(rank > 0 ? static_cast<std::size_t>(rank) : 0);
  if (rank > 0) H5Sget_simple_extent_dims(space.get(), sizes.data(), nullptr);
  return {sizes.begin(), sizes.end()};
}

/// Whether so many values can be meant; a damaged file may say anything.
bool is_possible(const Extents& shape) {
  std::size_t left = std::size_t{1} << 40U;
  for (const std::size_t size : shape) {
    if (size > left) return false;
    left /= std::max<std::size_t>(1, size);
  }
  return true;
}

/// Copies what HDF5 allocated for text, and lets HDF5 free it.
std::vector<std::string> taken(std::vector<char*>& pointers, const Handle& type, const Handle& space) {
  std::vector<std::string> texts;
  for (const char* text : pointers) texts.emplace_back(text == nullptr ? "" : text);
  H5Dvlen_reclaim(type.get(), space.get(), H5P_DEFAULT, pointers.data());
  return texts;
}

/// The first text of an attribute of fixed-length ones, as times have.
std::string fixed_text(const Handle& attribute, const Handle& type, const Handle& space) {
  std::string text(volume(shape_of(space)) * H5Tget_size(type.get()), '\0');
  if (text.empty() || H5Aread(attribute.get(), type.get(), text.data()) < 0) return "";
  text.resize(H5Tget_size(type.get()));
  return text.substr(0, text.find('\0'));
}

std::string unreadable_reason(const std::filesystem::path& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) return "there is no such file";
  if (std::filesystem::is_directory(status)) return "it is a folder";
  if (std::FILE* file = std::fopen(path.c_str(), "rb"); file != nullptr) {
    std::fclose(file);
  } else {
    return std::generic_category().message(errno);
  }
  return H5Fis_hdf5(path.c_str()) > 0 ? "it is cut short or damaged" : "it is not in HDF5 format";
}

}  // namespace

std::string name_of(ValueType type) {
  switch (type) {
    case ValueType::float32:
      return "float32";
    case ValueType::float64:
      return "float64";
    case ValueType::int8:
      return "int8";
    case ValueType::int32:
      return "int32";
    case ValueType::int64:
      return "int64";
    case ValueType::uint32:
      return "uint32";
    case ValueType::text:
      return "text";
  }
  return "";
}

class SavedResult::Contents {
 public:
  explicit Contents(std::filesystem::path path) : path_(std::move(path)) {
    const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    H5Pset_file_locking(access.get(), false, true);  // read-only folders and some network file systems have no locks
    H5Pset_fclose_degree(access.get(), H5F_CLOSE_STRONG);
    file_ = Handle(H5Fopen(path_.c_str(), H5F_ACC_RDONLY, access.get()), H5Fclose);
    if (!file_.valid()) fail(unreadable_reason(path_));
    require_readable_version();
    list_datasets();
  }
  Contents(const Contents&) = delete;
  Contents& operator=(const Contents&) = delete;
  ~Contents() {
    const auto held = hdf5::lock();
    opened_.clear();
    file_.close();
  }

  [[noreturn]] void fail(const std::string& reason) const {
    throw Failure(ExitCode::bad_input_data, path_.string() + ": not a districtsim result file: " + reason);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] const std::vector<StoredDataset>& datasets() const { return datasets_; }
  [[nodiscard]] const StoredDataset& dataset(const std::string& path) const;
  void read(const StoredDataset& dataset, const Handle& type, const Extents& start, const Extents& count,
            void* values) const;
  [[nodiscard]] std::vector<std::string> read_texts(const StoredDataset& dataset, const Extents& start,
                                                    const Extents& count) const;
  void release(const std::string& path);
  [[nodiscard]] Handle attribute(const std::string& path, const std::string& name) const;
  [[nodiscard]] std::optional<std::int64_t> single_number(const std::string& path, const std::string& name) const;
  [[nodiscard]] std::vector<std::string> attribute_texts(const std::string& path, const std::string& name) const;
  [[nodiscard]] std::vector<std::string> attribute_names(const std::string& path) const;

 private:
  void require_readable_version() const;
  void list_datasets();
  [[nodiscard]] StoredDataset describe(const std::string& path, const Handle& opened) const;
  [[nodiscard]] hid_t object(const std::string& path) const;

  std::filesystem::path path_;
  Handle file_ = {};
  std::vector<StoredDataset> datasets_ = {};
  std::map<std::string, Handle> opened_ = {};
};

void SavedResult::Contents::require_readable_version() const {
  const std::vector<std::string> filetype = attribute_texts("", "filetype");
  if (filetype.size() != 1 || filetype[0] != result_filetype) fail("it was written by another program");
  const std::optional<std::int64_t> version = single_number("", "schema_version");
  if (!version) fail("it has no schema version");
  if (*version == result_schema_version) return;
  const std::vector<std::string> program = attribute_texts("", "program_version");
  throw Failure(ExitCode::bad_input_data,
                path_.string() + ": written by districtsim " + (program.empty() ? "of unknown version" : program[0]) +
                    " (result schema " + std::to_string(*version) + "), which districtsim " + build_info().version +
                    " (result schema " + std::to_string(result_schema_version) + ") cannot read");
}

void SavedResult::Contents::list_datasets() {
  std::vector<std::string> paths;
  if (H5Ovisit2(file_.get(), H5_INDEX_NAME, H5_ITER_NATIVE, keep_path, &paths, H5O_INFO_BASIC) < 0) {
    fail("its list of datasets is damaged");
  }
  std::sort(paths.begin(), paths.end());
  for (const std::string& path : paths) {
    Handle opened(H5Dopen2(file_.get(), path.c_str(), H5P_DEFAULT), H5Dclose);
    if (!opened.valid()) fail("dataset " + path + " is damaged");
    datasets_.push_back(describe(path, opened));
    opened_[path] = std::move(opened);
  }
}

void SavedResult::Contents::release(const std::string& path) {
  const auto found = opened_.find(path);
  if (found == opened_.end()) return;
  found->second = {};  // what is still open keeps its chunks in memory
  found->second = Handle(H5Dopen2(file_.get(), path.c_str(), H5P_DEFAULT), H5Dclose);
  if (!found->second.valid()) fail("dataset " + path + " is damaged");
}

StoredDataset SavedResult::Contents::describe(const std::string& path, const Handle& opened) const {
  StoredDataset described;
  described.path = path;
  described.shape = shape_of(Handle(H5Dget_space(opened.get()), H5Sclose));
  if (!is_possible(described.shape)) fail("dataset " + path + " has an impossible size");
  const bool is_scale = H5DSis_scale(opened.get()) > 0;
  if (is_scale) {
    described.dimensions = {path};
    described.dimension_only = scale_name(opened.get()).rfind(scale_without_values, 0) == 0;
    if (described.dimension_only) return described;
  }
  const std::optional<ValueType> type = value_type(Handle(H5Dget_type(opened.get()), H5Tclose));
  if (!type) fail("dataset " + path + " has an unknown type");
  described.type = *type;
  for (unsigned axis = 0; !is_scale && axis < described.shape.size(); ++axis) {
    std::string dimension;
    H5DSiterate_scales(opened.get(), axis, nullptr, keep_scale, &dimension);
    if (dimension.empty()) fail("dataset " + path + " has a dimension without a name");
    described.dimensions.push_back(dimension);
  }
  return described;
}

const StoredDataset& SavedResult::Contents::dataset(const std::string& path) const {
  const auto found =
      std::lower_bound(datasets_.begin(), datasets_.end(), path,
                       [](const StoredDataset& one, const std::string& other) { return one.path < other; });
  if (found == datasets_.end() || found->path != path) fail("it has no dataset " + path);
  return *found;
}

hid_t SavedResult::Contents::object(const std::string& path) const {
  return path.empty() ? file_.get() : opened_.at(dataset(path).path).get();
}

void SavedResult::Contents::read(const StoredDataset& dataset, const Handle& type, const Extents& start,
                                 const Extents& count, void* values) const {
  promise(start.size() == dataset.shape.size() && count.size() == start.size(),
          "a block has the dataset's number of dimensions");
  for (std::size_t axis = 0; axis < start.size(); ++axis) {
    promise(start[axis] + count[axis] <= dataset.shape[axis], "a block lies within its dataset");
  }
  if (volume(count) == 0) return;
  const hid_t opened = opened_.at(dataset.path).get();
  const std::vector<hsize_t> first(start.begin(), start.end());
  const std::vector<hsize_t> sizes(count.begin(), count.end());
  const Handle in_file(H5Dget_space(opened), H5Sclose);
  const Handle in_memory(
      sizes.empty() ? H5Screate(H5S_SCALAR) : H5Screate_simple(static_cast<int>(sizes.size()), sizes.data(), nullptr),
      H5Sclose);
  const bool selected = sizes.empty() || H5Sselect_hyperslab(in_file.get(), H5S_SELECT_SET, first.data(), nullptr,
                                                             sizes.data(), nullptr) >= 0;
  if (!selected || H5Dread(opened, type.get(), in_memory.get(), in_file.get(), H5P_DEFAULT, values) < 0) {
    fail("the values of dataset " + dataset.path + " are damaged");
  }
}

std::vector<std::string> SavedResult::Contents::read_texts(const StoredDataset& dataset, const Extents& start,
                                                           const Extents& count) const {
  if (dataset.type != ValueType::text) fail("dataset " + dataset.path + " is not text");
  std::vector<char*> pointers(volume(count), nullptr);
  const Handle type = hdf5::text_type();
  read(dataset, type, start, count, pointers.data());
  const hsize_t length = pointers.size();
  return taken(pointers, type, Handle(H5Screate_simple(1, &length, nullptr), H5Sclose));
}

Handle SavedResult::Contents::attribute(const std::string& path, const std::string& name) const {
  const hid_t owner = object(path);
  if (H5Aexists(owner, name.c_str()) <= 0) return {};
  return {H5Aopen(owner, name.c_str(), H5P_DEFAULT), H5Aclose};
}

std::optional<std::int64_t> SavedResult::Contents::single_number(const std::string& path,
                                                                 const std::string& name) const {
  const Handle stored = attribute(path, name);
  std::int64_t number = 0;
  if (!stored.valid() || !is_number(Handle(H5Aget_type(stored.get()), H5Tclose))) return std::nullopt;
  if (volume(shape_of(Handle(H5Aget_space(stored.get()), H5Sclose))) != 1) return std::nullopt;
  if (H5Aread(stored.get(), H5T_NATIVE_INT64, &number) < 0) return std::nullopt;
  return number;
}

std::vector<std::string> SavedResult::Contents::attribute_texts(const std::string& path,
                                                                const std::string& name) const {
  const Handle stored = attribute(path, name);
  if (!stored.valid()) return {};
  const Handle type(H5Aget_type(stored.get()), H5Tclose);
  if (H5Tget_class(type.get()) != H5T_STRING) return {};
  const Handle space(H5Aget_space(stored.get()), H5Sclose);
  if (H5Tis_variable_str(type.get()) <= 0) return {fixed_text(stored, type, space)};
  std::vector<char*> pointers(volume(shape_of(space)), nullptr);
  const Handle in_memory = hdf5::text_type();
  if (H5Aread(stored.get(), in_memory.get(), pointers.data()) < 0) fail("attribute " + name + " is damaged");
  return taken(pointers, in_memory, space);
}

std::vector<std::string> SavedResult::Contents::attribute_names(const std::string& path) const {
  std::vector<std::string> names;
  hsize_t place = 0;
  if (H5Aiterate2(object(path), H5_INDEX_CRT_ORDER, H5_ITER_INC, &place, keep_name, &names) < 0) {
    fail("its attributes are damaged");
  }
  return names;
}

SavedResult::SavedResult(std::unique_ptr<Contents> contents) : contents_(std::move(contents)) {}
SavedResult::SavedResult(SavedResult&&) noexcept = default;
SavedResult& SavedResult::operator=(SavedResult&&) noexcept = default;
SavedResult::~SavedResult() = default;

SavedResult SavedResult::open(const std::filesystem::path& path) {
  const auto held = hdf5::lock();
  return SavedResult(std::make_unique<Contents>(path));
}

const std::filesystem::path& SavedResult::path() const { return contents_->path(); }

const std::vector<StoredDataset>& SavedResult::datasets() const { return contents_->datasets(); }

const StoredDataset* SavedResult::find(const std::string& dataset) const {
  for (const StoredDataset& stored : datasets()) {
    if (stored.path == dataset) return &stored;
  }
  return nullptr;
}

template <class T>
std::vector<T> SavedResult::read(const std::string& dataset) const {
  const Extents& shape = contents_->dataset(dataset).shape;
  return read<T>(dataset, Extents(shape.size(), 0), shape);
}

template <class T>
std::vector<T> SavedResult::read(const std::string& dataset, const Extents& start, const Extents& count) const {
  const auto held = hdf5::lock();
  const StoredDataset& stored = contents_->dataset(dataset);
  if constexpr (std::is_same_v<T, std::string>) {
    return contents_->read_texts(stored, start, count);
  } else {
    if (stored.type == ValueType::text) contents_->fail("dataset " + dataset + " is not numeric");
    std::vector<T> values(volume(count));
    contents_->read(stored, hdf5::type_of<T>(), start, count, values.data());
    return values;
  }
}

template std::vector<double> SavedResult::read(const std::string&) const;
template std::vector<float> SavedResult::read(const std::string&) const;
template std::vector<std::int64_t> SavedResult::read(const std::string&) const;
template std::vector<std::string> SavedResult::read(const std::string&) const;
template std::vector<double> SavedResult::read(const std::string&, const Extents&, const Extents&) const;
template std::vector<float> SavedResult::read(const std::string&, const Extents&, const Extents&) const;
template std::vector<std::int64_t> SavedResult::read(const std::string&, const Extents&, const Extents&) const;
template std::vector<std::string> SavedResult::read(const std::string&, const Extents&, const Extents&) const;

std::vector<unsigned char> SavedResult::read_bytes(const StoredDataset& dataset, const Extents& start,
                                                   const Extents& count) const {
  const auto held = hdf5::lock();
  const auto read_as = [&](const Handle& type) {
    std::vector<unsigned char> bytes(volume(count) * H5Tget_size(type.get()));
    contents_->read(dataset, type, start, count, bytes.data());
    return bytes;
  };
  switch (dataset.type) {
    case ValueType::float32:
      return read_as(hdf5::type_of<float>());
    case ValueType::float64:
      return read_as(hdf5::type_of<double>());
    case ValueType::int8:
      return read_as(hdf5::type_of<std::int8_t>());
    case ValueType::int32:
      return read_as(hdf5::type_of<std::int32_t>());
    case ValueType::int64:
      return read_as(hdf5::type_of<std::int64_t>());
    case ValueType::uint32:
      return read_as(hdf5::type_of<std::uint32_t>());
    case ValueType::text:
      break;
  }
  contents_->fail("dataset " + dataset.path + " is not numeric");
}

void SavedResult::release(const std::string& dataset) const {
  const auto held = hdf5::lock();
  contents_->release(dataset);
}

std::optional<std::string> SavedResult::text_attribute(const std::string& dataset, const std::string& name) const {
  const auto held = hdf5::lock();
  std::vector<std::string> texts = contents_->attribute_texts(dataset, name);
  if (texts.empty()) return std::nullopt;
  return texts.front();
}

std::vector<double> SavedResult::number_attribute(const std::string& dataset, const std::string& name) const {
  const auto held = hdf5::lock();
  const Handle stored = contents_->attribute(dataset, name);
  if (!stored.valid() || !is_number(Handle(H5Aget_type(stored.get()), H5Tclose))) return {};
  std::vector<double> numbers(volume(shape_of(Handle(H5Aget_space(stored.get()), H5Sclose))));
  if (H5Aread(stored.get(), H5T_NATIVE_DOUBLE, numbers.data()) < 0)
    contents_->fail("attribute " + name + " is damaged");
  return numbers;
}

std::vector<std::string> SavedResult::attribute_names(const std::string& dataset) const {
  const auto held = hdf5::lock();
  return contents_->attribute_names(dataset);
}

std::optional<std::int64_t> SavedResult::missing_code(const std::string& dataset) const {
  const auto held = hdf5::lock();
  const ValueType type = contents_->dataset(dataset).type;
  if (type == ValueType::float32 || type == ValueType::float64 || type == ValueType::text) return std::nullopt;
  return contents_->single_number(dataset, "_FillValue");
}

}  // namespace districtsim
