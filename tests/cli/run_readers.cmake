# Opens what `districtsim run` really writes, plain and compressed, with the readers of tests/record/readers.
set(RUN_SAMPLES ${CMAKE_CURRENT_BINARY_DIR}/run_samples)
file(MAKE_DIRECTORY ${RUN_SAMPLES})
set(RUN_SAMPLE_SCENARIO ${CMAKE_SOURCE_DIR}/scenarios/hoover/baseline.yaml)

function(add_run_sample name)
  add_test(NAME run_readers.write_${name}
           COMMAND districtsim run ${RUN_SAMPLE_SCENARIO} -o ${RUN_SAMPLES}/${name}.h5 --years 2 --replicates 2 ${ARGN})
  set_tests_properties(run_readers.write_${name} PROPERTIES FIXTURES_SETUP run_samples LABELS release-only)
endfunction()

function(add_run_reader_test name)
  add_test(NAME run_readers.${name} COMMAND ${ARGN} ${RUN_SAMPLES}/plain.h5 ${RUN_SAMPLES}/compressed.h5)
  set_tests_properties(run_readers.${name} PROPERTIES FIXTURES_REQUIRED run_samples TIMEOUT 120 LABELS release-only
                       ENVIRONMENT "LC_ALL=C.UTF-8;PYTHONNOUSERSITE=1")
endfunction()

add_run_sample(plain --agents yearly --interactions all)
add_run_sample(compressed --agents weekly --interactions sample --set record.compression=2)
add_run_reader_test(ncdump ${DISTRICTSIM_PYTHON} ${READERS}/check_ncdump.py)
add_run_reader_test(h5py ${DISTRICTSIM_PYTHON} ${READERS}/check_h5py.py)
add_run_reader_test(xarray ${DISTRICTSIM_PYTHON} ${READERS}/check_xarray.py)
add_run_reader_test(r_ncdf4 Rscript ${READERS}/check_r.R)
