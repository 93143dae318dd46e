# Opens result files with the programs people read them with. A reader that is not installed fails its test.
# DISTRICTSIM_PYTHON is the system's, which has the packages; another one may come first on PATH.
set(READER_SAMPLES ${CMAKE_CURRENT_BINARY_DIR}/reader_samples)
file(MAKE_DIRECTORY ${READER_SAMPLES})
set(READERS ${CMAKE_CURRENT_LIST_DIR})

add_test(NAME readers.write_samples
         COMMAND districtsim_tests --gtest_filter=ResultFile.TheSampleForOtherReadersCanBeWritten)
set_tests_properties(readers.write_samples PROPERTIES FIXTURES_SETUP reader_samples LABELS release-only
                     ENVIRONMENT DISTRICTSIM_READER_SAMPLES=${READER_SAMPLES})

function(add_reader_test name)
  add_test(NAME readers.${name} COMMAND ${ARGN} ${READER_SAMPLES}/sample.h5 ${READER_SAMPLES}/sample_compressed.h5
                                        --sample)
  set_tests_properties(readers.${name} PROPERTIES FIXTURES_REQUIRED reader_samples TIMEOUT 120 LABELS release-only
                       ENVIRONMENT "LC_ALL=C.UTF-8;PYTHONNOUSERSITE=1")
endfunction()

add_reader_test(ncdump ${DISTRICTSIM_PYTHON} ${READERS}/check_ncdump.py)
add_reader_test(h5py ${DISTRICTSIM_PYTHON} ${READERS}/check_h5py.py)
add_reader_test(xarray ${DISTRICTSIM_PYTHON} ${READERS}/check_xarray.py)
add_reader_test(r_ncdf4 Rscript ${READERS}/check_r.R)
