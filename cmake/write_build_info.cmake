# Run at build time by build_info.cmake: writes OUTPUT from SOURCE_DIR, VERSION, COMPILER, FLAGS and LIBRARIES, if it would differ.
set(COMMIT "unknown")
find_program(GIT git)
if(GIT AND EXISTS "${SOURCE_DIR}/.git")
  execute_process(COMMAND ${GIT} --no-optional-locks describe --always --dirty --abbrev=12 --exclude=*
                  WORKING_DIRECTORY "${SOURCE_DIR}" OUTPUT_VARIABLE described RESULT_VARIABLE result
                  OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(result EQUAL 0)
    set(COMMIT "${described}")
  endif()
endif()

# What results depend on: everything in sim/ but the command line, the tables built into the program, and the measures.
file(GLOB_RECURSE NAMES RELATIVE "${SOURCE_DIR}" "${SOURCE_DIR}/sim/*.cpp" "${SOURCE_DIR}/sim/*.hpp" "${SOURCE_DIR}/sim/*.inc")
list(FILTER NAMES EXCLUDE REGEX "^sim/cli/")
file(GLOB TABLES RELATIVE "${SOURCE_DIR}" "${SOURCE_DIR}/scenarios/*.yaml" "${SOURCE_DIR}/scenarios/scenario.schema.json"
                          "${SOURCE_DIR}/analysis/measures.?pp")
list(APPEND NAMES ${TABLES})
list(SORT NAMES)
set(SUMS "")
foreach(name IN LISTS NAMES)
  file(SHA256 "${SOURCE_DIR}/${name}" sum)
  string(APPEND SUMS "${sum}  ${name}\n")
endforeach()
string(SHA256 SOURCES "${SUMS}")

foreach(field IN ITEMS VERSION COMMIT COMPILER FLAGS LIBRARIES)
  string(REPLACE "\\" "\\\\" ${field} "${${field}}")
  string(REPLACE "\"" "\\\"" ${field} "${${field}}")
endforeach()

file(CONFIGURE OUTPUT "${OUTPUT}" @ONLY CONTENT [[
// Made by cmake/write_build_info.cmake.
#include "sim/core/build_info.hpp"

namespace districtsim {

const BuildInfo& build_info() {
  static constexpr BuildInfo info = {"@VERSION@", "@COMMIT@", "@COMPILER@", "@FLAGS@",
                                     "@LIBRARIES@",
                                     "@SOURCES@"};
  return info;
}

}  // namespace districtsim
]])
