#!/usr/bin/env python3
"""Draws a comparison: main differences with their two ranges, and their way over the years.

    plot_comparison.py results/hoover.h5 [-o FOLDER]    writes FOLDER/comparison.png and .svg
"""

import argparse
import pathlib

import h5py
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402

# Measure, title, factor for display.
PANELS = [
    ("practice", "Teachers' practice\n(SD of teachers)", 1),
    ("retention", "Teachers who stay\n(percentage points)", 100),
    ("principal_instruction_share", "Leaders' time on instruction\n(percentage points)", 100),
    ("proficient_low_income", "Proficient low-income students\n(of 100)", 1),
    ("proficient_other", "Proficient other students\n(of 100)", 1),
    ("achievement_gap", "Achievement gap\n(SD of students)", 1),
]
# Colour-blind safe (Okabe & Ito).
COLOURS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"]
GREY = "#666666"


def text_of(values):
    return [value.decode() if isinstance(value, bytes) else str(value) for value in values]


class Comparison:
    """The group `comparison` of a result file."""

    def __init__(self, path):
        with h5py.File(path, "r") as file:
            group = file["comparison"]
            self.measures = text_of(group["measure"][()])
            self.alternatives = text_of(group["alternative"][()])
            self.years = text_of(file["year"][()])
            self.replicates = len(file["replicate"])
            district = file.attrs["district"]
            self.district = district.decode() if isinstance(district, bytes) else str(district)
            names = ("difference", "low", "high", "plausible_low", "plausible_high")
            self.values = {name: group[name][()] for name in names}

    def of(self, name, measure, alternative):
        """A value of every year."""
        return self.values[name][:, alternative, self.measures.index(measure)]


def draw_ranges(axes, comparison, measure, factor):
    """Last year: thin line for the plausible range, thick for the precision of the mean."""
    for row in range(len(comparison.alternatives)):
        colour = COLOURS[row % len(COLOURS)]
        last = {name: factor * comparison.of(name, measure, row)[-1] for name in comparison.values}
        axes.plot([last["plausible_low"], last["plausible_high"]], [row, row], color=colour, lw=2, alpha=0.6)
        axes.plot([last["low"], last["high"]], [row, row], color=colour, lw=8, solid_capstyle="butt")
        axes.plot(last["difference"], row, "o", color="white", mec=colour, mew=2, ms=8, zorder=3)
    axes.axvline(0, color=GREY, lw=1)
    axes.set_ylim(len(comparison.alternatives) - 0.4, -0.6)
    axes.set_yticks([])


def draw_years(axes, comparison, measure, factor):
    """Mean difference by year, with the plausible range as a band."""
    years = range(1, len(comparison.years) + 1)
    for row in range(len(comparison.alternatives)):
        colour = COLOURS[row % len(COLOURS)]
        low = factor * comparison.of("plausible_low", measure, row)
        high = factor * comparison.of("plausible_high", measure, row)
        axes.fill_between(years, low, high, color=colour, alpha=0.18, lw=0)
        axes.plot(years, factor * comparison.of("difference", measure, row), "o-", color=colour, lw=2, ms=4)
    axes.axhline(0, color=GREY, lw=1)
    axes.set_xticks(list(years))


def style(axes):
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.tick_params(labelsize=11)
    axes.locator_params(axis="x" if not axes.get_yticks().size else "y", nbins=5)


def draw(comparison):
    figure = plt.figure(figsize=(12.5, 10))
    blocks = figure.add_gridspec(2, 3, left=0.06, right=0.985, top=0.865, bottom=0.095, hspace=0.36, wspace=0.22)
    for place, (measure, title, factor) in enumerate(PANELS):
        ranges, years = blocks[place].subgridspec(2, 1, height_ratios=[1, 2], hspace=0.3).subplots()
        draw_ranges(ranges, comparison, measure, factor)
        draw_years(years, comparison, measure, factor)
        ranges.set_title(title, fontsize=13, loc="left")
        years.set_xlabel("school year", fontsize=11)
        for axes in (ranges, years):
            style(axes)
        if place % 3 == 0:
            ranges.set_ylabel(f"year {len(comparison.years)}", fontsize=11)
            years.set_ylabel("by year", fontsize=11)
    handles = [plt.Line2D([], [], color=COLOURS[row % len(COLOURS)], lw=6, label=name)
               for row, name in enumerate(comparison.alternatives)]
    figure.suptitle(f"{comparison.district}: difference from the baseline, {comparison.replicates} paired replicates",
                    fontsize=16, x=0.02, y=0.985, ha="left")
    figure.legend(handles=handles, loc="upper left", bbox_to_anchor=(0.012, 0.96), ncol=3, fontsize=13, frameon=False)
    figure.text(0.02, 0.012, "thin line and band: in 8 of 10 districts like this one   |   "
                "thick line: 95 % interval of the mean   |   circle: mean", fontsize=12, color=GREY)
    return figure


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("result", type=pathlib.Path, help="result file of districtsim compare")
    parser.add_argument("-o", "--output", type=pathlib.Path, default=pathlib.Path("analysis/figures"), help="folder")
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    figure = draw(Comparison(arguments.result))
    figure.savefig(arguments.output / "comparison.png", dpi=100)
    figure.savefig(arguments.output / "comparison.svg", metadata={"Date": None})
    print(arguments.output / "comparison.png")


if __name__ == "__main__":
    main()
