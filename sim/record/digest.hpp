#pragma once

#include <filesystem>
#include <string>

namespace districtsim {

/// SHA-256 of the results in a result file, in 64 hexadecimal digits: equal results, equal digest, however and whenever
/// they were written. No attribute counts, and no dimension without values.
///
/// For each dataset, byte-wise by path: path, 0x00, type ("float32", "float64", "int8", "int32", "int64", "uint32" or
/// "text"), 0x00, number of dimensions and each size as unsigned 64-bit integers; then the values, last dimension
/// fastest: numbers little-endian with every NaN as the positive quiet one (0x7fc00000, 0x7ff8000000000000), texts as
/// unsigned 64-bit number of bytes and UTF-8. All integers little-endian.
/// Failure(bad_input_data) as for SavedResult.
[[nodiscard]] std::string digest_of(const std::filesystem::path& result_path);

}  // namespace districtsim
