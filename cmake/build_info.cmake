# add_build_info(TARGET)
# Compiles districtsim::build_info(), declared in sim/core/build_info.hpp, into TARGET. The commit is asked for at each
# build; when it is new, one small file is compiled again and nothing else. Without git it is "unknown".
set(BUILD_INFO_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/write_build_info.cmake")

function(add_build_info target)
  string(TOUPPER "${CMAKE_BUILD_TYPE}" build_type)
  string(CONCAT flags "${CMAKE_BUILD_TYPE}: ${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_${build_type}} -ffp-contract=off")
  if(DISTRICTSIM_SANITIZE)
    string(APPEND flags " -fsanitize=${DISTRICTSIM_SANITIZE}")
  endif()
  string(REGEX REPLACE "  +" " " flags "${flags}")

  string(CONCAT libraries "HDF5 ${HDF5_VERSION}, oneTBB ${TBB_VERSION}, yaml-cpp ${yaml-cpp_VERSION}, fmt ${fmt_VERSION}, "
                          "nlohmann-json ${nlohmann_json_VERSION}, OpenSSL ${OPENSSL_VERSION}, SLEEF ${SLEEF_VERSION}, libzip ${LIBZIP_VERSION}, "
                          "Eigen ${Eigen3_VERSION}, Boost ${Boost_VERSION_STRING}, CLI11 ${CLI11_VERSION}")

  set(source "${CMAKE_CURRENT_BINARY_DIR}/generated/build_info.cpp")
  add_custom_target(${target}_build_info
    COMMAND ${CMAKE_COMMAND} -DSOURCE_DIR=${CMAKE_SOURCE_DIR} -DOUTPUT=${source} -DVERSION=${PROJECT_VERSION}
            "-DCOMPILER=${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}" "-DFLAGS=${flags}"
            "-DLIBRARIES=${libraries}"
            -P ${BUILD_INFO_SCRIPT}
    BYPRODUCTS "${source}"
    COMMENT "Looking up the commit"
    VERBATIM)
  add_dependencies(${target} ${target}_build_info)
  target_sources(${target} PRIVATE "${source}")
  set_source_files_properties("${source}" PROPERTIES GENERATED ON SKIP_UNITY_BUILD_INCLUSION ON SKIP_LINTING ON)
endfunction()
