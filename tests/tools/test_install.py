#!/usr/bin/env python3
"""cmake --install puts a program and scenarios in place that work together.

    test_install.py CMAKE BUILD_FOLDER
"""

import pathlib
import subprocess
import sys
import tempfile


def main():
    cmake, build = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="installed here ") as folder:
        prefix = pathlib.Path(folder)
        subprocess.run([cmake, "--install", build, "--prefix", prefix], check=True, stdout=subprocess.DEVNULL)
        program = prefix / "bin" / "districtsim"
        scenarios = prefix / "share" / "districtsim" / "scenarios"
        subprocess.run([program, "--version"], check=True, cwd=prefix)
        subprocess.run([program, "validate", scenarios / "hoover" / "baseline.yaml"], check=True, cwd=prefix)
        licence = prefix / "share" / "doc" / "districtsim" / "LICENSE"
        assert licence.is_file(), "the licence is not installed"


if __name__ == "__main__":
    main()
