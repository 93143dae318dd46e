#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/record/result_file.hpp"

namespace districtsim {

enum class ValueType : std::uint8_t { float32, float64, int8, int32, int64, uint32, text };

/// "float32", "int8", "text" ...
[[nodiscard]] std::string name_of(ValueType type);

/// One dataset of a result file.
struct StoredDataset {
  std::string path = {};  ///< "practice", "agents/practice"
  ValueType type = ValueType::float32;
  Extents shape = {};
  std::vector<std::string> dimensions = {};  ///< paths of the dimensions; a coordinate variable has itself
  bool dimension_only = false;               ///< stands for a dimension without values; never holds any
};

/// A result file, open for reading. Every failure, at opening or later, is
/// Failure(bad_input_data, "PATH: not a districtsim result file: reason"), or says which version wrote it when that
/// version's files cannot be read by this one. May be used from several threads.
class SavedResult {
 public:
  [[nodiscard]] static SavedResult open(const std::filesystem::path& path);
  SavedResult(SavedResult&&) noexcept;
  SavedResult& operator=(SavedResult&&) noexcept;
  ~SavedResult();

  [[nodiscard]] const std::filesystem::path& path() const;

  /// All datasets of all groups, byte-wise by path.
  [[nodiscard]] const std::vector<StoredDataset>& datasets() const;
  [[nodiscard]] const StoredDataset* find(const std::string& dataset) const;  ///< nullptr when there is none

  /// Values, last dimension fastest, converted to T (double, float, std::int64_t, or std::string for text). Missing
  /// floats are NaN; missing integers keep their code, see missing_code().
  template <class T>
  [[nodiscard]] std::vector<T> read(const std::string& dataset) const;
  template <class T>
  [[nodiscard]] std::vector<T> read(const std::string& dataset, const Extents& start, const Extents& count) const;

  /// Values of a numeric dataset exactly as stored, as little-endian bytes.
  [[nodiscard]] std::vector<unsigned char> read_bytes(const StoredDataset& dataset, const Extents& start,
                                                      const Extents& count) const;

  /// Gives back the memory that reading a dataset took, up to 1 MiB; it can be read again.
  void release(const std::string& dataset) const;

  /// Attributes of a dataset, or of the file for "". Nothing when there is none of this name and kind.
  [[nodiscard]] std::optional<std::string> text_attribute(const std::string& dataset, const std::string& name) const;
  [[nodiscard]] std::vector<double> number_attribute(const std::string& dataset, const std::string& name) const;
  [[nodiscard]] std::vector<std::string> attribute_names(const std::string& dataset) const;

  /// `_FillValue` of an integer dataset.
  [[nodiscard]] std::optional<std::int64_t> missing_code(const std::string& dataset) const;

 private:
  class Contents;
  explicit SavedResult(std::unique_ptr<Contents> contents);
  std::unique_ptr<Contents> contents_;
};

}  // namespace districtsim
