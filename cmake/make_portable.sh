#!/usr/bin/env bash
# Packs a built program, every library it needs, the loader and the scenarios into one tarball, which runs on any Linux
# of the same architecture without root or packages. The same program gives the same bytes.
#   cmake/make_portable.sh PROGRAM FOLDER      writes FOLDER/districtsim-VERSION-ARCHITECTURE.tar.gz, prints its path
set -euo pipefail
export LC_ALL=C

# libraries_of FILE: the paths of all shared libraries that the loader would load with it, and of the loader.
libraries_of() {
  local missing
  missing=$(ldd "$1" | awk '/not found/ { print $1 }')
  if [[ -n $missing ]]; then
    printf 'make_portable: missing libraries: %s\n' "${missing//$'\n'/ }" >&2
    exit 1
  fi
  ldd "$1" | awk '$2 == "=>" && $3 ~ /^\// { print $3 } NF == 2 && $1 ~ /^\// { print $1 }'
}

# put_notices FOLDER LIBRARY...: the licences of the Debian packages that the libraries came with.
put_notices() {
  local folder=$1 package
  shift
  mkdir -p "$folder"
  # A library is listed below /lib or below /usr/lib, whatever the path it was found by.
  { dpkg-query -S "$@" "${@/#/\/usr}" "${@#/usr}" 2>/dev/null || true; } | sed 's/:.*//' | sort -u |
    while read -r package; do
      [[ ! -f /usr/share/doc/$package/copyright ]] ||
        cp -L "/usr/share/doc/$package/copyright" "$folder/$package.txt"
    done
}

# Seconds of all times in the tarball: of the last commit, so that they do not tell when it was made.
time_of_source() {
  if [[ -n ${SOURCE_DATE_EPOCH:-} ]]; then
    printf '%s\n' "$SOURCE_DATE_EPOCH"
  else
    git -C "$source" log -1 --format=%ct 2>/dev/null || printf '315532800\n'
  fi
}

fill_folder() {
  local folder=$1 library libraries allocator loader=''
  mkdir -p "$folder/lib"
  mapfile -t libraries < <(libraries_of "$program")
  for library in "${libraries[@]}"; do
    case ${library##*/} in
      ld-*) loader=${library##*/} ;;
      # oneTBB looks for its allocator beside itself when it starts, and does without if there is none.
      libtbb.so.*)
        allocator=${library%/*}/libtbbmalloc.so.2
        [[ ! -f $allocator ]] || libraries+=("$allocator")
        ;;
    esac
  done
  for library in "${libraries[@]}"; do cp -L "$library" "$folder/lib/${library##*/}"; done
  put_notices "$folder/licenses" "${libraries[@]}"
  cp "$program" "$folder/lib/districtsim"
  strip --strip-unneeded "$folder/lib/districtsim"
  gcc -O2 -static -s -DLOADER_NAME="\"$loader\"" -o "$folder/districtsim" "$source/cmake/portable_launcher.c"
  cp -r "$source/scenarios" "$source/LICENSE" "$source/CHANGELOG.md" "$source/CITATION.cff" "$folder"
  cp "$source/cmake/portable_readme.txt" "$folder/README.txt"
  chmod -R u=rwX,go=rX "$folder"
}

if (($# != 2)); then
  sed -n '2,4s/^# *//p' "${BASH_SOURCE[0]}" >&2
  exit 2
fi
source=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
program=$(readlink -f "$1")
output=$2
version=$("$program" --version | sed -n '1s/^districtsim //p')
name=districtsim-$version-$(uname -m)
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
fill_folder "$made/$name"
tar --create --directory "$made" --sort=name --format=gnu --owner=0 --group=0 --numeric-owner \
  --mtime="@$(time_of_source)" "$name" | gzip -n >"$made/$name.tar.gz"
mkdir -p "$output"
mv "$made/$name.tar.gz" "$output/.$name.tar.gz.partial"
mv "$output/.$name.tar.gz.partial" "$output/$name.tar.gz"
printf '%s\n' "$output/$name.tar.gz"
