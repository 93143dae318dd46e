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
                                     "@LIBRARIES@"};
  return info;
}

}  // namespace districtsim
]])
