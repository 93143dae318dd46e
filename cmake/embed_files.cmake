# embed_files(TARGET NAME=PATH ...)
# Builds the files at PATH (relative to the current source folder) into TARGET; districtsim::embedded_file(NAME),
# declared in sim/core/embedded.hpp, returns their text. A changed file rebuilds one small object. The assembler's
# .incbin reads the bytes as they are, so that a file of a megabyte costs milliseconds.
function(embed_files target)
  set(symbols "")
  set(texts "")
  set(rows "")
  set(paths "")
  set(number 0)
  foreach(pair IN LISTS ARGN)
    if(NOT pair MATCHES "^([^=]+)=(.+)$")
      message(FATAL_ERROR "embed_files: \"${pair}\" is not NAME=PATH")
    endif()
    set(name "${CMAKE_MATCH_1}")
    get_filename_component(path "${CMAKE_MATCH_2}" ABSOLUTE)
    if(NOT EXISTS "${path}")
      message(FATAL_ERROR "embed_files: ${path} does not exist")
    endif()
    list(APPEND paths "${path}")
    set(symbol "districtsim_embedded_${number}")
    if(path MATCHES "[\"\\]")
      message(FATAL_ERROR "embed_files: quotes and backslashes in a path are not supported: ${path}")
    endif()
    string(APPEND symbols "extern const char ${symbol}[];\nextern const std::uint64_t ${symbol}_size;\n")
    string(APPEND texts "    \".balign 8\\n\"\n"
                        "    \".globl ${symbol}_size\\n.hidden ${symbol}_size\\n\"\n"
                        "    \"${symbol}_size: .quad 2f - 1f\\n\"\n"
                        "    \".globl ${symbol}\\n.hidden ${symbol}\\n\"\n"
                        "    \"${symbol}:\\n1:\\n\"\n"
                        "    \".incbin \\\"${path}\\\"\\n2:\\n\"\n")
    string(APPEND rows "  if (name == \"${name}\") return {${symbol}, ${symbol}_size};\n")
    math(EXPR number "${number} + 1")
  endforeach()

  set(source "${CMAKE_CURRENT_BINARY_DIR}/generated/embedded_files.cpp")
  file(CONFIGURE OUTPUT "${source}" @ONLY CONTENT [[
// Made by cmake/embed_files.cmake.
#include <cstdint>
#include <string>

#include "sim/core/contracts.hpp"
#include "sim/core/embedded.hpp"

extern "C" {
@symbols@}

asm(".pushsection .rodata\n"
@texts@    ".popsection\n");

namespace districtsim {

std::string_view embedded_file(std::string_view name) {
@rows@  throw ContractViolation("promise broken: no embedded file is called " + std::string(name));
}

}  // namespace districtsim
]])
  target_sources(${target} PRIVATE "${source}")
  # ccache will not keep an object that reads another file; no unity, since its assembler text stands alone.
  set_source_files_properties("${source}" PROPERTIES OBJECT_DEPENDS "${paths}" SKIP_UNITY_BUILD_INCLUSION ON
                                                     SKIP_LINTING ON)
endfunction()
