#!/bin/sh
# Repeats what is in this bundle with districtsim and compares, number by number.
#   sh reproduce.sh          a sample: the first replicates of every result, some runs of a sweep; minutes
#   sh reproduce.sh --all    everything; digests of complete results are compared
# The program is `districtsim` on PATH, or what the environment variable DISTRICTSIM names. Exit code 0: all agrees.
set -u
here=$(cd "$(dirname "$0")" && pwd)
program=${DISTRICTSIM:-districtsim}
everything=no
case ${1-} in
  '') ;;
  --all) everything=yes ;;
  *)
    sed -n '2,5s/^# //p' "$0" >&2
    exit 2
    ;;
esac
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
agreed=0
failed=0

say() { printf '%s\n' "$*"; }
agree() {
  agreed=$((agreed + 1))
  say "agrees: $1"
}
differ() {
  failed=$((failed + 1))
  say "DIFFERS: $1"
}

# digest_of FILE: what `districtsim info` says.
digest_of() { "$program" info --json "$1" | sed -n 's/.*"digest":"\([0-9a-f]*\)".*/\1/p'; }

# repeat_result NAME ALL SAMPLE DIGEST MISSING COMMAND SCENARIO... OPTION...
repeat_result() {
  name=$1 all=$2 sample=$3 digest=$4 missing=$5 command=$6
  shift 6
  cd "$here/results/$name" || exit 1
  if [ -n "$missing" ] && ! [ -f "${missing%%, *}" ]; then
    differ "results/$name cannot be repeated: put $missing there; provenance.json has the SHA-256"
    return
  fi
  if [ $everything = yes ]; then
    # shellcheck disable=SC2086
    if ! "$program" "$command" "$@" $all -o "$work/$name.h5" --quiet >"$work/$name.txt"; then
      differ "results/$name: the program failed"
    elif [ "$(digest_of "$work/$name.h5")" = "$digest" ]; then
      agree "results/$name, digest $digest"
    else
      differ "results/$name: the digest is $(digest_of "$work/$name.h5"), it was $digest"
    fi
  elif ! "$program" "$command" "$@" --replicates "$sample" -o "$work/$name.h5" --quiet >"$work/$name.txt" ||
    ! "$program" export "$work/$name.h5" --csv "$work/$name" --quiet; then
    differ "results/$name: the program failed"
  elif cmp "sample/time_scenario_replicate.csv" "$work/$name/time_scenario_replicate.csv"; then
    agree "results/$name, every week of the first $sample replicates"
  else
    differ "results/$name, the first $sample replicates"
  fi
  rm -rf "${work:?}/$name" "$work/$name.h5"
}

# repeat_sweep DIGEST DESIGN: the runs of some rows again, and the tables from the store; or the whole sweep.
repeat_sweep() {
  digest=$1 design=$2
  cd "$here" || exit 1
  if [ $everything = yes ]; then
    "$program" sweep "sweep/$design" -o "$work/sweep" --quiet >"$work/sweep.txt"
  elif "$program" verify sweep --rows 5 --quiet; then
    agree "sweep, 5 rows run again"
    "$program" merge sweep -o "$work/sweep" --quiet >"$work/sweep.txt"
  else
    differ "sweep, some rows run again"
    return
  fi
  if [ "$(digest_of "$work/sweep/sweep.h5")" = "$digest" ] && cmp sweep/results.csv "$work/sweep/results.csv"; then
    agree "sweep, digest $digest and results.csv"
  else
    differ "sweep: the digest was $digest"
  fi
}

"$program" --version | sed -n '1,2p' || exit 1
STEPS
say "$agreed agree, $failed differ"
[ $failed = 0 ]
