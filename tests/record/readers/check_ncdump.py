"""Checks with ncdump: check_ncdump.py FILE... [--sample]; --sample also checks the sample's header and values."""

import subprocess
import sys

SAMPLE_HEADER = [
    "time = UNLIMITED ; // (5 currently)",
    "scenario = 2 ;",
    "quarter = 4 ;",
    "double time(time) ;",
    'time:units = "days since 2020-08-10" ;',
    'time:calendar = "standard" ;',
    "string school(school) ;",
    "byte level(school) ;",
    "level:_FillValue = -1b ;",
    "level:flag_values = 0b, 1b, 2b ;",
    "float practice(time, scenario, replicate, school) ;",
    'string practice:units = "1" ;',
    "practice:_FillValue = NaNf ;",
    "int64 money(scenario) ;",
    "int teachers ;",
    "group: agents {",
    "record = UNLIMITED ; // (3 currently)",
    "uint teacher(record) ;",
    "float effect(record, school) ;",
    'string :Conventions = "CF-1.10" ;',
]
SAMPLE_DATA = [
    'time = "2020-08-10", "2020-08-17", "2020-08-24", "2020-08-31", "2020-09-07" ;',
    'scenario = "baseline", "policy Ω" ;',
    "level = 0, 2, 1, _ ;",
    "money = 9007199254740993, _ ;",
    "teacher = 0, 1, 4000000000 ;",
]


def ncdump(*words):
    done = subprocess.run(["ncdump", *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and done.stderr == "", done.stderr
    return done.stdout


paths = [word for word in sys.argv[1:] if word != "--sample"]
assert paths, "no file"
for path in paths:
    lines = [line.strip() for line in ncdump("-h", path).splitlines()]
    assert "dimensions:" in lines and "variables:" in lines
    assert 'string :filetype = "districtsim result" ;' in lines
    data = ncdump("-t", path)
    assert "NIL" not in data, "null pointers where text should be"
    if "--sample" in sys.argv:
        missing = [line for line in SAMPLE_HEADER if line not in lines]
        assert not missing, missing
        given = [line.strip() for line in data.splitlines()]
        missing = [line for line in SAMPLE_DATA if line not in given]
        assert not missing, missing
    print(f"{path}: {len(lines)} lines of header")
