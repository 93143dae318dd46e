# shellcheck shell=bash
# The stages of `./quickstart test`, which sources this file: each has a log in build/logs, all run even when one
# fails, and the last line counts the checks.

passed=0
failed=0
failures=()
jobs=$(parallel_jobs)

# A newer kernel's address layout stops ThreadSanitizer; where allowed, run it without random addresses.
fixed_addresses=()
if setarch "$(uname -m)" -R true 2>/dev/null; then fixed_addresses=(setarch "$(uname -m)" -R); fi

# count_checks LOG STATUS: a ctest log counts for its tests, any other for one.
count_checks() {
  local summary=' tests failed out of ([0-9]+)' line bad
  line=$(grep -E "[0-9]+$summary" "$1" | tail -n 1 || true)
  if [[ $line =~ ([0-9]+)$summary ]]; then
    bad=${BASH_REMATCH[1]}
    ((failed += bad, passed += BASH_REMATCH[2] - bad)) || true
    ((bad > 0 || $2 == 0)) || ((failed += 1))
  elif (($2 == 0)); then
    ((passed += 1))
  else
    ((failed += 1))
  fi
}

# stage NAME COMMAND...: runs it quietly and goes on; its status is the command's.
stage() {
  local name=$1 log="build/logs/${1// /-}.log" started=$SECONDS status=0
  shift
  printf '==> %-32s ' "$name" >&2
  "$@" >"$log" 2>&1 </dev/null || status=$?
  count_checks "$log" "$status"
  if ((status == 0)); then
    printf 'ok      %5d s\n' $((SECONDS - started)) >&2
    return
  fi
  printf 'FAILED  %5d s\n' $((SECONDS - started)) >&2
  printf -- '---- the end of %s ----\n' "$log" >&2
  tail -n 80 "$log" >&2
  printf -- '----\n' >&2
  failures+=("$name ($log)")
  return 1
}

# configure_and_build PRESET [TARGET] [-DNAME=VALUE...]: the target is all when none is given.
configure_and_build() {
  local preset=$1 target=${2:-all} folder=build launcher=()
  shift $(($# < 2 ? $# : 2))
  [[ $preset == release ]] || folder=build-$preset
  [[ $preset != tsan ]] || launcher=("${fixed_addresses[@]}")
  drop_foreign_configuration "$folder"
  cmake --preset "$preset" "$@" &&
    "${launcher[@]}" cmake --build --preset "$preset" --target "$target" --parallel "$jobs"
}

check_layout() {
  local wrong
  wrong=$(git ls-files -z -- '*.cpp' '*.hpp' | xargs -0 -r clang-format-14 --dry-run 2>&1 |
    sed -n 's/^\([^ :][^:]*\):[0-9]*:[0-9]*: warning: .*/\1/p' | sort -u)
  [[ -z $wrong ]] || printf 'not as clang-format-14 lays it out:\n%s\n' "$wrong"
  [[ -z $wrong ]]
}

# clang-tidy reads the unity files of the clang build: twenty times faster than file by file.
check_lint() {
  run-clang-tidy-14 -quiet -p build-clang -j "$jobs" '(unity_\w+_cxx\.cxx|/sim/cli/main\.cpp)$' |
    sed 's/\x1b\[[0-9;]*m//g'
}

result_digest() {
  local program=$1 out
  out=$(mktemp -d)
  "$program" run scenarios/hoover/baseline.yaml -o "$out/result.h5" --json --quiet >"$out/result.json" &&
    python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["digest"])' "$out/result.json"
  rm -rf "$out"
}

check_compilers_agree() {
  local gcc clang
  gcc=$(result_digest build/districtsim)
  clang=$(result_digest build-clang/districtsim)
  printf 'g++     %s\nclang++ %s\n' "$gcc" "$clang"
  [[ -n $gcc && $gcc == "$clang" ]]
}

run_stages() {
  mkdir -p build/logs
  local started=$SECONDS benchmarks=OFF
  [[ ! -f benchmarks/CMakeLists.txt ]] || benchmarks=ON
  step "Testing with $jobs jobs at a time; logs are in build/logs"

  stage "layout" check_layout || true
  if stage "release build" configure_and_build release all "-DDISTRICTSIM_BENCHMARKS=$benchmarks"; then
    stage "release tests" ctest --preset release -j "$jobs" || true
  fi
  if stage "clang build" configure_and_build clang districtsim; then
    stage "compilers agree" check_compilers_agree || true
    stage "lint" check_lint || true
  fi
  if stage "asan build" configure_and_build asan; then
    stage "asan tests" ctest --preset asan -j "$jobs" || true
  fi
  if stage "tsan build" configure_and_build tsan; then
    stage "tsan tests" "${fixed_addresses[@]}" ctest --preset tsan -j "$jobs" || true
  fi

  step "All stages took $((SECONDS - started)) s"
  if ((${#failures[@]})); then printf '    failed: %s\n' "${failures[@]}" >&2; fi
  printf '%d passed, %d failed\n' "$passed" "$failed"
  ((failed == 0 && ${#failures[@]} == 0))
}
