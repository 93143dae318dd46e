#!/usr/bin/env python3
"""Checks which way includes go, and which words simulated state may not use.

    check_layers.py [ROOT]       checks the tree at ROOT, prints FILE:LINE: MESSAGE for each violation
    check_layers.py --self-test  plants violations in a temporary tree and expects each to be found
"""

import pathlib
import re
import sys
import tempfile

# A layer may include itself and these, directly.
BELOW = {
    "core": set(),
    "rules": {"core"},
    "scenario": {"core", "rules"},
    "district": {"core", "rules", "scenario"},
    "phases": {"core", "rules", "scenario", "district"},
    "record": {"core", "rules", "scenario", "district"},
    "run": {"core", "rules", "scenario", "district", "phases", "record"},
    "cli": {"core", "rules", "scenario", "district", "phases", "record", "run", "analysis"},
    "analysis": {"core", "rules", "scenario", "district", "record"},
}

# A library's headers, and the only places that may name them.
GATES = [
    (re.compile(r"yaml-cpp/"), "yaml-cpp", ("sim/scenario/",)),
    (re.compile(r"(hdf5|hdf5_hl|H5\w*)\.h$"), "HDF5", ("sim/record/",)),
    (re.compile(r"(oneapi/)?tbb/"), "oneTBB", ("sim/core/parallel.cpp",)),
    (re.compile(r"(sleef\.h|Random123/)"), "SLEEF or Random123", ("sim/core/",)),
    (re.compile(r"zip\.h$"), "libzip", ("sim/record/zip_file.cpp",)),
    (re.compile(r"random$"), "<random>", ()),
]

# Words whose results differ from one compiler, library or machine to the next.
SIMULATED = ("sim/core/", "sim/rules/", "sim/district/", "sim/phases/")
ELEMENTARY = "exp|exp2|expm1|log|log2|log10|log1p|pow|tanh|sinh|cosh|sin|cos|tan|atan|atan2|erf|erfc|tgamma|lgamma|cbrt"
FORBIDDEN = [
    (re.compile(rf"\bstd::({ELEMENTARY})[fl]?\s*\("), "elementary functions come from sim/core/elementary.hpp"),
    (re.compile(r"(?<![\w:.>])(std::|::)?s?rand\s*\("), "chance comes from Draws (sim/core/random.hpp)"),
    (re.compile(r"\bstd::(random_device|mt19937\w*|default_random_engine|\w+_distribution)\b"),
     "chance comes from Draws (sim/core/random.hpp)"),
    (re.compile(r"\bstd::(execution\s*::|reduce\s*\(|transform_reduce\s*\()"), "sums have a fixed order (for_blocks)"),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
LITERAL = re.compile(r'R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|//[^\n]*|/\*.*?\*/', re.DOTALL)


def layer_of(path):
    """The layer of a path as included, or None outside of the layers."""
    parts = path.split("/")
    if parts[0] == "analysis":
        return "analysis"
    return parts[1] if parts[0] == "sim" and len(parts) > 2 else None


def without_comments_and_text(source):
    """The source with comments and string literals blanked, lines kept."""
    return LITERAL.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), source)


def include_violations(file, line, included, quoted):
    layer = layer_of(file)
    target = layer_of(included)
    if quoted and target is None:
        yield f"{file}:{line}: include \"{included}\" by its path from the root, and <> for other libraries"
    if target is not None and target != layer:
        if target not in BELOW:
            yield f"{file}:{line}: {included} is in no known layer"
        elif target not in BELOW[layer]:
            yield f"{file}:{line}: {layer} must not include {target} ({included})"
    for pattern, name, places in GATES:
        if not quoted and pattern.match(included) and not file.startswith(places or ("/",)):
            where = "only in " + " and ".join(places) if places else "nowhere; chance comes from Draws"
            yield f"{file}:{line}: {name} may be included {where}"


def violations_in(file, source):
    """Messages for one file; `file` is its path from the root, with slashes."""
    if layer_of(file) not in BELOW:
        yield f"{file}:1: belongs to no known layer ({', '.join(BELOW)})"
        return
    for number, line in enumerate(source.splitlines(), 1):
        include = INCLUDE.match(line)
        if include:
            yield from include_violations(file, number, include.group(2), include.group(1) == '"')
    if file.startswith(SIMULATED):
        for number, line in enumerate(without_comments_and_text(source).splitlines(), 1):
            for pattern, why in FORBIDDEN:
                if pattern.search(line):
                    yield f"{file}:{number}: {line.strip()}: {why}"


def check(root):
    found = []
    for folder in ("sim", "analysis"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".hpp", ".cpp", ".h", ".inc"):
                found += violations_in(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
    return found


PLANTED = [
    # file, text, part of the message expected or None when it is allowed
    ("sim/core/a.hpp", '#include "sim/rules/coach.hpp"', "core must not include rules"),
    ("sim/rules/a.hpp", '#include "sim/scenario/scenario.hpp"', "rules must not include scenario"),
    ("sim/scenario/a.hpp", '#include "sim/district/district.hpp"', "scenario must not include district"),
    ("sim/district/a.cpp", '#include "sim/phases/hire.hpp"', "district must not include phases"),
    ("sim/phases/a.cpp", '#  include "sim/record/measures.hpp"', "phases must not include record"),
    ("sim/record/a.cpp", '#include "sim/phases/hire.hpp"', "record must not include phases"),
    ("sim/record/b.cpp", '#include "sim/run/simulate.hpp"', "record must not include run"),
    ("sim/run/a.cpp", '#include "sim/cli/run.hpp"', "run must not include cli"),
    ("sim/run/b.cpp", '#include "analysis/compare.hpp"', "run must not include analysis"),
    ("analysis/a.cpp", '#include "sim/phases/hire.hpp"', "analysis must not include phases"),
    ("analysis/b.cpp", '#include "sim/run/simulate.hpp"', "analysis must not include run"),
    ("analysis/c.cpp", "#include <hdf5.h>", "HDF5 may be included only in sim/record/"),
    ("sim/run/c.cpp", "#include <yaml-cpp/yaml.h>", "yaml-cpp may be included only in sim/scenario/"),
    ("sim/run/d.cpp", "#include <oneapi/tbb/parallel_for.h>", "oneTBB may be included only in"),
    ("sim/core/random.cpp", "#include <tbb/parallel_for.h>", "oneTBB may be included only in"),
    ("analysis/d.cpp", "#include <random>", "<random> may be included nowhere"),
    ("sim/phases/b.cpp", '#include "hire.hpp"', "by its path from the root"),
    ("sim/other/a.cpp", "int x;", "belongs to no known layer"),
    ("sim/rules/b.hpp", "double f(double x) { return std::exp(x); }", "elementary functions"),
    ("sim/district/b.cpp", "double f(double x) { return 1 + std::powf (x, 2); }", "elementary functions"),
    ("sim/phases/c.cpp", "int f() { return rand() % 6; }", "chance comes from Draws"),
    ("sim/phases/d.cpp", "std::mt19937 engine;", "chance comes from Draws"),
    ("sim/phases/e.cpp", "double f() { return std::reduce(a, b); }", "fixed order"),
    ("sim/core/parallel.cpp", "#include <oneapi/tbb/parallel_for.h>", None),
    ("sim/core/ok.cpp", "#include <sleef.h>\n#include <Random123/philox.h>\n#include <vector>", None),
    ("sim/scenario/ok.cpp", '#include <yaml-cpp/yaml.h>\n#include "sim/rules/coach.hpp"', None),
    ("sim/record/ok.cpp", '#include <hdf5.h>\n#include "sim/district/district.hpp"', None),
    ("sim/cli/ok.cpp", '#include "analysis/compare.hpp"\n#include "sim/run/simulate.hpp"', None),
    ("analysis/ok.cpp", '#include "sim/record/result_file.hpp"\ndouble f(double x) { return std::exp(x); }', None),
    ("sim/rules/ok.hpp", '// not std::exp(x)\n/* rand()\n std::log(x) */ auto t = "std::pow(x)"; auto r = strand(1);',
     None),
    ("sim/phases/ok.cpp", "double f(double x) { return std::sqrt(std::fabs(x)) + exponential(x); }", None),
]


def self_test():
    wrong = 0
    for file, text, expected in PLANTED:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / file
            path.parent.mkdir(parents=True)
            # The planted lines start at line 3.
            path.write_text(f"#pragma once\n\n{text}\n", encoding="utf-8")
            found = check(pathlib.Path(folder))
        line = 1 if expected and "no known layer" in expected else 3
        good = not found if expected is None else (
            len(found) == 1 and expected in found[0] and found[0].startswith(f"{file}:{line}: "))
        if not good:
            wrong += 1
            print(f"{file}: {text!r}: expected {expected!r}, found {found}")
    print(f"{len(PLANTED) - wrong} passed, {wrong} failed")
    return wrong


def main():
    arguments = sys.argv[1:]
    if arguments == ["--self-test"]:
        return 1 if self_test() else 0
    root = pathlib.Path(arguments[0]) if arguments else pathlib.Path(__file__).resolve().parent.parent
    found = check(root)
    print("\n".join(found) if found else "every include goes the right way")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
