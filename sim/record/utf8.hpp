#pragma once

#include <string>
#include <string_view>

namespace districtsim {

/// `text` with U+FFFD for every byte that is not UTF-8 and for NUL, since either makes readers refuse a whole file.
[[nodiscard]] std::string as_utf8(std::string_view text);

}  // namespace districtsim
