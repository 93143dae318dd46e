#!/usr/bin/env bash
# Writes tests/regression/*/expected.txt anew from what the program gives now, and shows what changed.
#   tests/tools/update_regressions.sh --update [BUILD_FOLDER]    (default: build)
# Review the diff and say why in CHANGELOG.md under "Results change".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if [[ ${1:-} != --update ]]; then
  sed -n '2,4s/^# *//p' "${BASH_SOURCE[0]}" >&2
  exit 2
fi
tests=$(find "${2:-build}" -name districtsim_tests -type f -perm -u+x | head -n 1)
if [[ -z $tests ]]; then
  echo "no districtsim_tests in ${2:-build}: build it first (cmake --build ${2:-build})" >&2
  exit 2
fi
DISTRICTSIM_UPDATE=1 "$tests" --gtest_filter='*Regression*' --gtest_brief=1
git --no-pager diff --stat -- tests/regression
