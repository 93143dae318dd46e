#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace districtsim {

/// Root attributes `filetype` and `schema_version` of every result file. The schema version rises when a reader of the
/// old one would misread the new one; new variables alone do not raise it.
inline constexpr const char* result_filetype = "districtsim result";
inline constexpr int result_schema_version = 1;

/// Size of a dimension that grows by writing.
inline constexpr std::size_t unlimited = std::numeric_limits<std::size_t>::max();

/// One number for each dimension: a place, a size, a chunk.
using Extents = std::vector<std::size_t>;

using AttributeValue = std::variant<std::string, double, std::int32_t, std::int64_t, std::vector<double>,
                                    std::vector<std::int32_t>, std::vector<std::string>>;

struct Attribute {
  std::string name = {};
  AttributeValue value = {};
};

/// What a variable is, before it has values. T: float, double, std::int8_t, std::int32_t, std::int64_t, std::uint32_t
/// or std::string (UTF-8, without NUL).
template <class T>
struct VariableSpec {
  std::string name = {};                     ///< "practice", or "agents/practice" in the child group agents
  std::vector<std::string> dimensions = {};  ///< slowest first; searched in the variable's group, then in the root
  std::string units = {};                    ///< as CF: "1", "h", "days since 2020-08-10"; empty for text and flags
  std::string long_name = {};
  std::optional<T> missing = {};    ///< `_FillValue` of integers; missing floats are NaN, missing text is ""
  std::vector<T> flag_values = {};  ///< the codes there are; none for plain numbers
  std::vector<std::string> flag_meanings = {};  ///< one word for each of flag_values
  std::vector<Attribute> attributes = {};       ///< further ones: calendar, coordinates, standard_name
  Extents chunks = {};                          ///< empty: chosen by size, runs apart, when chunks are of use
  bool written_at_once = false;  ///< text whose every value comes in the first write: none needs one before
};

/// A variable of one ResultFile, to write to. Cheap to copy.
template <class T>
struct Variable {
  std::size_t index = 0;
};

struct StorageOptions {
  int compression = 0;  ///< 0: none; 1 to 9: shuffle and deflate at this level
};

/// Writes one result file: HDF5 that netCDF readers open (ncdump, xarray, h5py, R ncdf4), with CF-1.10 conventions.
///
/// Everything goes to a hidden `.NAME.partial-N` beside `path`; publish() renames it over `path`. Without publish()
/// nothing stays and an existing file is untouched. Failure(run_time_failure, "cannot write PATH: reason") whenever
/// the file system refuses; ContractViolation for a wrong name or shape. All members may be called from several
/// threads; contents do not depend on the order of write() calls.
class ResultFile {
 public:
  /// Removes what killed runs left behind for the same `path`. A symbolic link at `path` is followed.
  [[nodiscard]] static ResultFile create(const std::filesystem::path& path, StorageOptions options = {});
  ResultFile(ResultFile&&) noexcept;
  ResultFile& operator=(ResultFile&&) noexcept;
  ~ResultFile();

  /// A dimension, `size` rows or `unlimited`; "agents/record" is one of the child group agents. It stays without values
  /// unless a variable of the same name and this one dimension follows before any other variable uses it.
  void dimension(const std::string& name, std::size_t size);

  /// A dimension with its coordinate variable and all its values; `spec.dimensions` stays empty.
  template <class T>
  Variable<T> coordinate(const VariableSpec<T>& spec, const std::vector<T>& values);

  template <class T>
  Variable<T> variable(const VariableSpec<T>& spec);

  /// Root attributes; text may be of any length.
  void attribute(const std::string& name, const AttributeValue& value);

  /// Writes the block of `count` values from `start`, last dimension fastest. Unlimited dimensions grow as needed;
  /// what is never written is missing.
  template <class T>
  void write(Variable<T> variable, const Extents& start, const Extents& count,
             std::span<const std::type_identity_t<T>> values);

  /// Writes a whole variable; its first dimension, if unlimited, takes as many rows as there are values for.
  template <class T>
  void write(Variable<T> variable, std::span<const std::type_identity_t<T>> values);

  /// Appends rows along the first, unlimited dimension, after the last row this variable has, and returns the first new
  /// row. Rows follow the order of calls: threads that share a table write() to rows they own instead.
  template <class T>
  std::size_t append(Variable<T> variable, std::span<const std::type_identity_t<T>> values);

  /// Completes the file and puts it in place, on disk. Nothing may be called afterwards.
  void publish();

 private:
  class Contents;
  explicit ResultFile(std::unique_ptr<Contents> contents);
  [[nodiscard]] Contents& open_contents();
  std::unique_ptr<Contents> contents_;
};

}  // namespace districtsim
