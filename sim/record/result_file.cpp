#include "sim/record/result_file.hpp"

#include <hdf5_hl.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <map>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>

#include "sim/core/contracts.hpp"
#include "sim/core/failure.hpp"
#include "sim/record/chunks.hpp"
#include "sim/record/hdf5_attributes.hpp"
#include "sim/record/hdf5_handles.hpp"
#include "sim/record/hdf5_storage.hpp"
#include "sim/record/pending_file.hpp"
#include "sim/record/utf8.hpp"

namespace districtsim {
namespace {

using hdf5::Handle;

struct StoredDimension {
  std::string group;  ///< "" is the root, else "agents"
  std::string name;
  std::size_t size = 0;
  bool grows = false;
  bool has_values = false;  ///< its scale is a coordinate variable
  Handle scale = {};        ///< invalid until first used
};

struct StoredVariable {
  std::vector<std::size_t> dimensions;
  Extents extents;
  Handle type;
  Handle dataset;
};

/// Group and last part of "agents/practice".
std::pair<std::string, std::string> split(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return {"", path};
  return {path.substr(0, slash), path.substr(slash + 1)};
}

bool is_plain_name(std::string_view name) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  return !name.empty() && !(name[0] >= '0' && name[0] <= '9') && std::all_of(name.begin(), name.end(), plain);
}

/// Of each variable's chunks in memory: two of the usual size, since most are written once and whole. The library's own
/// 1 MiB for each of many variables would be more than a district of 100,000 teachers takes.
constexpr std::size_t cached_bytes = 131072;

std::vector<hsize_t> sizes(const Extents& extents) { return {extents.begin(), extents.end()}; }

Handle creation_list(hid_t kind) {
  Handle list(H5Pcreate(kind), H5Pclose);
  H5Pset_obj_track_times(list.get(), false);
  H5Pset_attr_creation_order(list.get(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
  return list;
}

Handle space_of(const Extents& now, const Extents& most) {
  if (now.empty()) return {H5Screate(H5S_SCALAR), H5Sclose};
  std::vector<hsize_t> largest = sizes(most);
  std::replace(largest.begin(), largest.end(), hsize_t{unlimited}, hsize_t{H5S_UNLIMITED});
  return {H5Screate_simple(static_cast<int>(now.size()), sizes(now).data(), largest.data()), H5Sclose};
}

}  // namespace

class ResultFile::Contents {
 public:
  Contents(const std::filesystem::path& path, StorageOptions options) : pending_(path), options_(options) {
    promise(options.compression >= 0 && options.compression <= 9, "compression is 0 to 9");
    storage_.descriptor = pending_.descriptor();
    file_ = hdf5::create_file(storage_);
    require(file_.valid(), "create the file");
    attribute(file_.get(), "Conventions", std::string("CF-1.10"));
    attribute(file_.get(), "filetype", std::string(result_filetype));
    attribute(file_.get(), "schema_version", std::int32_t{result_schema_version});
  }
  Contents(const Contents&) = delete;
  Contents& operator=(const Contents&) = delete;
  ~Contents() {
    const auto held = hdf5::lock();
    if (file_.valid()) storage_.first_error = ECANCELED;  // given up: do not write what is still in memory
    close_all();
  }

  void add_dimension(const std::string& path, std::size_t size);
  template <class T>
  std::size_t add_variable(const VariableSpec<T>& spec);
  void root_attribute(const std::string& name, const AttributeValue& value) { attribute(file_.get(), name, value); }
  void write(std::size_t index, const Extents& start, const Extents& count, std::size_t values, const void* bytes);
  [[nodiscard]] Extents whole(std::size_t index, std::size_t values) const;
  [[nodiscard]] std::size_t rows(std::size_t index) const;
  void publish();

 private:
  /// Throws what the file system said, if anything, or else that HDF5 failed.
  void require(bool done, const char* what) const {
    if (storage_.first_error != 0) throw pending_.failure(storage_.first_error);
    if (!done) throw pending_.failure(std::string("HDF5 could not ") + what);
  }
  void attribute(hid_t object, const std::string& name, const AttributeValue& value) const {
    require(hdf5::write_attribute(object, name, value), "write an attribute");
  }
  template <class T>
  void describe(hid_t dataset, const VariableSpec<T>& spec, const std::optional<T>& missing) const;
  hid_t group(const std::string& path);
  [[nodiscard]] std::size_t find_dimension(const std::string& from_group, const std::string& name) const;
  [[nodiscard]] bool is_coordinate(const std::string& group_path, const std::string& name,
                                   const std::vector<std::size_t>& dimensions) const;
  Handle create_dataset(const std::string& path, const Handle& type, const std::vector<std::size_t>& dimensions,
                        const Handle& creation, Extents chunks);
  void become_scale(std::size_t dimension, Handle scale, const std::string& scale_name);
  void create_scale_without_values(std::size_t dimension);
  void grow(StoredVariable& variable, const Extents& needed);
  void close_all();

  PendingFile pending_;
  StorageOptions options_;
  hdf5::Storage storage_ = {};
  Handle file_ = {};
  std::map<std::string, Handle> groups_ = {};
  std::vector<StoredDimension> dimensions_ = {};
  std::vector<StoredVariable> variables_ = {};
};

void ResultFile::Contents::add_dimension(const std::string& path, std::size_t size) {
  const auto [group_path, name] = split(path);
  promise(is_plain_name(name), "a dimension's name is letters, digits and _");
  for (const StoredDimension& known : dimensions_) {
    promise(known.group != group_path || known.name != name, "a dimension is defined once");
  }
  StoredDimension added;
  added.group = group_path;
  added.name = name;
  added.grows = size == unlimited;
  added.size = added.grows ? 0 : size;
  dimensions_.push_back(std::move(added));
}

template <class T>
std::size_t ResultFile::Contents::add_variable(const VariableSpec<T>& spec) {
  const auto [group_path, name] = split(spec.name);
  promise(is_plain_name(name), "a variable's name is letters, digits and _");
  std::vector<std::size_t> dimensions;
  for (const std::string& dimension : spec.dimensions) dimensions.push_back(find_dimension(group_path, dimension));
  const bool coordinate = is_coordinate(group_path, name, dimensions);
  if (!coordinate) {
    for (const std::size_t dimension : dimensions) create_scale_without_values(dimension);
  }

  StoredVariable added;
  added.dimensions = dimensions;
  for (const std::size_t dimension : dimensions) {
    added.extents.push_back(dimensions_[dimension].grows ? 0 : dimensions_[dimension].size);
  }
  added.type = hdf5::type_of<T>();
  const Handle creation = creation_list(H5P_DATASET_CREATE);
  std::optional<T> missing = spec.missing;
  if constexpr (std::is_same_v<T, std::string>) {
    promise(!missing, "missing text is the empty text");
    const char* empty = "";  // without it what is never written reads as a null pointer, which R does not survive
    if (!spec.written_at_once) {
      require(H5Pset_fill_value(creation.get(), added.type.get(), &empty) >= 0, "set a missing value");
    }
  } else {
    if constexpr (std::is_floating_point_v<T>) {
      promise(!missing, "missing floats are NaN");
      if (!coordinate) missing = std::numeric_limits<T>::quiet_NaN();
    }
    if (missing) {
      require(H5Pset_fill_value(creation.get(), added.type.get(), &*missing) >= 0, "set a missing value");
    }
    if (options_.compression > 0 && !dimensions.empty()) {
      H5Pset_shuffle(creation.get());
      H5Pset_deflate(creation.get(), static_cast<unsigned>(options_.compression));
    }
  }
  added.dataset = create_dataset(spec.name, added.type, dimensions, creation, spec.chunks);
  describe(added.dataset.get(), spec, missing);
  if (coordinate) {
    Handle scale(H5Dopen2(file_.get(), spec.name.c_str(), H5P_DEFAULT), H5Dclose);
    dimensions_[dimensions[0]].has_values = true;
    become_scale(dimensions[0], std::move(scale), name);
  } else {
    for (unsigned axis = 0; axis < dimensions.size(); ++axis) {
      const hid_t scale = dimensions_[dimensions[axis]].scale.get();
      require(H5DSattach_scale(added.dataset.get(), scale, axis) >= 0, "attach a dimension");
    }
  }
  variables_.push_back(std::move(added));
  return variables_.size() - 1;
}

template <class T>
void ResultFile::Contents::describe(hid_t dataset, const VariableSpec<T>& spec, const std::optional<T>& missing) const {
  promise(spec.flag_values.size() == spec.flag_meanings.size(), "every flag value has a meaning");
  if (!spec.long_name.empty()) attribute(dataset, "long_name", spec.long_name);
  if (!spec.units.empty()) attribute(dataset, "units", spec.units);
  if (missing) {
    require(hdf5::write_attribute_of<T>(dataset, "_FillValue", {*missing}), "write a missing value");
  }
  if (!spec.flag_values.empty()) {
    std::string meanings;
    for (const std::string& meaning : spec.flag_meanings) {
      promise(!meaning.empty() && meaning.find(' ') == std::string::npos, "a flag's meaning is one word");
      meanings += (meanings.empty() ? "" : " ") + meaning;
    }
    require(hdf5::write_attribute_of<T>(dataset, "flag_values", spec.flag_values), "write flags");
    attribute(dataset, "flag_meanings", meanings);
  }
  for (const Attribute& further : spec.attributes) attribute(dataset, further.name, further.value);
}

hid_t ResultFile::Contents::group(const std::string& path) {
  if (path.empty()) return file_.get();
  Handle& known = groups_[path];
  if (known.valid()) return known.get();
  const auto [parent_path, name] = split(path);
  promise(is_plain_name(name), "a group's name is letters, digits and _");
  const hid_t parent = group(parent_path);
  const Handle creation = creation_list(H5P_GROUP_CREATE);
  H5Pset_link_creation_order(creation.get(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
  known = Handle(H5Gcreate2(parent, name.c_str(), H5P_DEFAULT, creation.get(), H5P_DEFAULT), H5Gclose);
  require(known.valid(), "create a group");
  return known.get();
}

std::size_t ResultFile::Contents::find_dimension(const std::string& from_group, const std::string& name) const {
  for (std::string searched = from_group;; searched = split(searched).first) {
    for (std::size_t at = 0; at < dimensions_.size(); ++at) {
      if (dimensions_[at].group == searched && dimensions_[at].name == name) return at;
    }
    promise(!searched.empty(), ("there is a dimension " + name).c_str());
  }
}

bool ResultFile::Contents::is_coordinate(const std::string& group_path, const std::string& name,
                                         const std::vector<std::size_t>& dimensions) const {
  for (std::size_t at = 0; at < dimensions_.size(); ++at) {
    const StoredDimension& known = dimensions_[at];
    if (known.group != group_path || known.name != name) continue;
    promise(dimensions == std::vector<std::size_t>{at}, "a variable named as a dimension has that dimension only");
    promise(!known.scale.valid(), "a coordinate variable comes before variables that use its dimension");
    return true;
  }
  return false;
}

Handle ResultFile::Contents::create_dataset(const std::string& path, const Handle& type,
                                            const std::vector<std::size_t>& dimensions, const Handle& creation,
                                            Extents chunks) {
  Extents now;
  Extents most;
  std::vector<bool> written_apart;  // runs are written one by one, each with all its weeks and schools
  for (const std::size_t dimension : dimensions) {
    const bool grows = dimensions_[dimension].grows;
    now.push_back(grows ? 0 : dimensions_[dimension].size);
    most.push_back(grows ? unlimited : dimensions_[dimension].size);
    written_apart.push_back(dimensions_[dimension].name == "scenario" || dimensions_[dimension].name == "replicate");
  }
  const bool grows = std::find(most.begin(), most.end(), unlimited) != most.end();
  const bool filtered = H5Pget_nfilters(creation.get()) > 0;
  const bool apart = volume(now) > 16384 &&  // smaller ones are buffered whole
                     std::find(written_apart.begin(), written_apart.end(), true) != written_apart.end();
  if (grows || filtered || apart || !chunks.empty()) {
    if (chunks.empty()) chunks = default_chunk(most, H5Tget_size(type.get()), written_apart);
    promise(chunks.size() == most.size(), "a chunk has the variable's number of dimensions");
    for (std::size_t axis = 0; axis < chunks.size(); ++axis) {
      promise(chunks[axis] > 0, "a chunk is not empty");
      chunks[axis] = std::max<std::size_t>(1, std::min(chunks[axis], most[axis]));
    }
    const int rank = static_cast<int>(chunks.size());
    require(H5Pset_chunk(creation.get(), rank, sizes(chunks).data()) >= 0, "set chunks");
  }
  const auto [group_path, name] = split(path);
  const hid_t parent = group(group_path);
  promise(H5Lexists(parent, name.c_str(), H5P_DEFAULT) == 0, ("a variable is defined once: " + path).c_str());
  const Handle space = space_of(now, most);
  const Handle access(H5Pcreate(H5P_DATASET_ACCESS), H5Pclose);
  const bool appended_to = !dimensions.empty() && dimensions_[dimensions.front()].grows;
  if (!appended_to)
    H5Pset_chunk_cache(access.get(), H5D_CHUNK_CACHE_NSLOTS_DEFAULT, cached_bytes, H5D_CHUNK_CACHE_W0_DEFAULT);
  Handle dataset(H5Dcreate2(parent, name.c_str(), type.get(), space.get(), H5P_DEFAULT, creation.get(), access.get()),
                 H5Dclose);
  require(dataset.valid(), "create a variable");
  return dataset;
}

void ResultFile::Contents::become_scale(std::size_t dimension, Handle scale, const std::string& scale_name) {
  require(H5DSset_scale(scale.get(), scale_name.c_str()) >= 0, "create a dimension");
  attribute(scale.get(), "_Netcdf4Dimid", static_cast<std::int32_t>(dimension));
  dimensions_[dimension].scale = std::move(scale);
}

void ResultFile::Contents::create_scale_without_values(std::size_t dimension) {
  const StoredDimension& known = dimensions_[dimension];
  if (known.scale.valid()) return;
  const Handle type(H5Tcopy(H5T_IEEE_F32BE), H5Tclose);  // as netCDF itself does; nothing is ever stored in it
  const Handle creation = creation_list(H5P_DATASET_CREATE);
  const std::string path = known.group.empty() ? known.name : known.group + "/" + known.name;
  Handle scale = create_dataset(path, type, {dimension}, creation, {});
  std::array<char, 80> scale_name{};
  std::snprintf(scale_name.data(), scale_name.size(), "This is a netCDF dimension but not a netCDF variable.%10d",
                static_cast<int>(known.size));
  become_scale(dimension, std::move(scale), scale_name.data());
}

void ResultFile::Contents::grow(StoredVariable& variable, const Extents& needed) {
  Extents grown = variable.extents;
  for (std::size_t axis = 0; axis < grown.size(); ++axis) {
    StoredDimension& dimension = dimensions_[variable.dimensions[axis]];
    grown[axis] = std::max(grown[axis], needed[axis]);
    promise(dimension.grows || grown[axis] <= dimension.size, "a block lies within its variable");
    dimension.size = std::max(dimension.size, grown[axis]);
  }
  if (grown == variable.extents) return;
  require(H5Dset_extent(variable.dataset.get(), sizes(grown).data()) >= 0, "extend a variable");
  variable.extents = grown;
}

void ResultFile::Contents::write(std::size_t index, const Extents& start, const Extents& count, std::size_t values,
                                 const void* bytes) {
  promise(index < variables_.size(), "the variable belongs to this file");
  StoredVariable& variable = variables_[index];
  promise(start.size() == variable.extents.size() && count.size() == start.size(),
          "a block has the variable's number of dimensions");
  promise(volume(count) == values, "a block has a value for each of its places");
  if (values == 0) return;
  Extents end = start;
  for (std::size_t axis = 0; axis < end.size(); ++axis) end[axis] += count[axis];
  grow(variable, end);
  const Handle in_file(H5Dget_space(variable.dataset.get()), H5Sclose);
  const Handle in_memory = space_of(count, count);
  const bool selected = count.empty() || H5Sselect_hyperslab(in_file.get(), H5S_SELECT_SET, sizes(start).data(),
                                                             nullptr, sizes(count).data(), nullptr) >= 0;
  require(selected && H5Dwrite(variable.dataset.get(), variable.type.get(), in_memory.get(), in_file.get(), H5P_DEFAULT,
                               bytes) >= 0,
          "write values");
}

Extents ResultFile::Contents::whole(std::size_t index, std::size_t values) const {
  promise(index < variables_.size(), "the variable belongs to this file");
  Extents count;
  for (const std::size_t dimension : variables_[index].dimensions) count.push_back(dimensions_[dimension].size);
  if (!count.empty() && dimensions_[variables_[index].dimensions[0]].grows) {
    const std::size_t row = volume({count.begin() + 1, count.end()});
    count[0] = row == 0 ? 0 : values / row;
  }
  return count;
}

std::size_t ResultFile::Contents::rows(std::size_t index) const {
  promise(index < variables_.size(), "the variable belongs to this file");
  const StoredVariable& variable = variables_[index];
  promise(!variable.extents.empty() && dimensions_[variable.dimensions[0]].grows,
          "rows are appended along an unlimited first dimension");
  return variable.extents[0];
}

void ResultFile::Contents::publish() {
  for (std::size_t at = 0; at < dimensions_.size(); ++at) {
    create_scale_without_values(at);
    const StoredDimension& dimension = dimensions_[at];
    const hsize_t size = dimension.size;
    if (dimension.grows && !dimension.has_values) {
      require(H5Dset_extent(dimension.scale.get(), &size) >= 0, "extend a dimension");
    }
  }
  for (StoredVariable& variable : variables_) {
    Extents full;
    for (const std::size_t dimension : variable.dimensions) full.push_back(dimensions_[dimension].size);
    grow(variable, full);
  }
  close_all();
  require(true, "close the file");
  pending_.publish();
}

void ResultFile::Contents::close_all() {
  variables_.clear();
  dimensions_.clear();
  groups_.clear();
  if (!file_.close() && storage_.first_error == 0) storage_.first_error = EIO;
}

ResultFile::ResultFile(std::unique_ptr<Contents> contents) : contents_(std::move(contents)) {}
ResultFile::ResultFile(ResultFile&&) noexcept = default;
ResultFile& ResultFile::operator=(ResultFile&&) noexcept = default;
ResultFile::~ResultFile() = default;

ResultFile ResultFile::create(const std::filesystem::path& path, StorageOptions options) {
  const auto held = hdf5::lock();
  return ResultFile(std::make_unique<Contents>(path, options));
}

ResultFile::Contents& ResultFile::open_contents() {
  promise(contents_ != nullptr, "the result file is not yet published");
  return *contents_;
}

void ResultFile::dimension(const std::string& name, std::size_t size) {
  const auto held = hdf5::lock();
  open_contents().add_dimension(name, size);
}

void ResultFile::attribute(const std::string& name, const AttributeValue& value) {
  const auto held = hdf5::lock();
  open_contents().root_attribute(name, value);
}

void ResultFile::publish() {
  const auto held = hdf5::lock();
  open_contents().publish();
  contents_.reset();
}

template <class T>
Variable<T> ResultFile::variable(const VariableSpec<T>& spec) {
  const auto held = hdf5::lock();
  return {open_contents().template add_variable<T>(spec)};
}

template <class T>
Variable<T> ResultFile::coordinate(const VariableSpec<T>& spec, const std::vector<T>& values) {
  promise(spec.dimensions.empty(), "a coordinate's dimension is itself");
  const auto held = hdf5::lock();
  dimension(spec.name, values.size());
  VariableSpec<T> along_itself = spec;
  along_itself.dimensions = {split(spec.name).second};
  along_itself.written_at_once = true;
  const Variable<T> added = variable(along_itself);
  write(added, values);
  return added;
}

template <class T>
void ResultFile::write(Variable<T> variable, const Extents& start, const Extents& count,
                       std::span<const std::type_identity_t<T>> values) {
  if constexpr (std::is_same_v<T, std::string>) {
    std::vector<std::string> valid;
    for (const std::string& text : values) valid.push_back(as_utf8(text));
    std::vector<const char*> pointers;
    for (const std::string& text : valid) pointers.push_back(text.c_str());
    const auto held = hdf5::lock();
    open_contents().write(variable.index, start, count, pointers.size(), pointers.data());
  } else {
    const auto held = hdf5::lock();
    open_contents().write(variable.index, start, count, values.size(), values.data());
  }
}

template <class T>
void ResultFile::write(Variable<T> variable, std::span<const std::type_identity_t<T>> values) {
  const auto held = hdf5::lock();
  const Extents count = open_contents().whole(variable.index, values.size());
  write(variable, Extents(count.size(), 0), count, values);
}

template <class T>
std::size_t ResultFile::append(Variable<T> variable, std::span<const std::type_identity_t<T>> values) {
  const auto held = hdf5::lock();
  const std::size_t first_row = open_contents().rows(variable.index);
  const Extents count = open_contents().whole(variable.index, values.size());
  Extents start(count.size(), 0);
  start[0] = first_row;
  write(variable, start, count, values);
  return first_row;
}

#define DISTRICTSIM_RESULT_TYPE(T)                                                                  \
  template Variable<T> ResultFile::variable(const VariableSpec<T>&);                                \
  template Variable<T> ResultFile::coordinate(const VariableSpec<T>&, const std::vector<T>&);       \
  template void ResultFile::write(Variable<T>, const Extents&, const Extents&, std::span<const T>); \
  template void ResultFile::write(Variable<T>, std::span<const T>);                                 \
  template std::size_t ResultFile::append(Variable<T>, std::span<const T>);
DISTRICTSIM_RESULT_TYPE(float)
DISTRICTSIM_RESULT_TYPE(double)
DISTRICTSIM_RESULT_TYPE(std::int8_t)
DISTRICTSIM_RESULT_TYPE(std::int32_t)
DISTRICTSIM_RESULT_TYPE(std::int64_t)
DISTRICTSIM_RESULT_TYPE(std::uint32_t)
DISTRICTSIM_RESULT_TYPE(std::string)
#undef DISTRICTSIM_RESULT_TYPE

}  // namespace districtsim
