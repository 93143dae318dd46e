#!/usr/bin/env python3
"""Draws where leaders' hours go, in schools of lowest and highest need.

    plot_hours.py baseline.h5 [-o FOLDER] [--scenario NAME]    writes FOLDER/hours.png and .svg
"""

import argparse
import pathlib

import h5py
import matplotlib
import numpy as np

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402

PEOPLE = [("school_leader", "School leaders"), ("teacher_leader", "Teacher leaders"), ("director", "Directors")]
BANDS = [(0, "lowest need"), (3, "highest need")]
SHOWN_ACTIVITIES = 8  # with the most hours, each with a colour; all others are one
# Colour-blind safe (Okabe & Ito), and two greys.
COLOURS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#F0E442", "#444444"]
GREY = "#BBBBBB"


def text_of(values):
    return [value.decode() if isinstance(value, bytes) else str(value) for value in values]


class Ledger:
    """Hours a week for each school of a scenario: means of years, replicates and the schools of a need band."""

    def __init__(self, path, scenario):
        with h5py.File(path, "r") as file:
            scenarios = text_of(file["scenario"][()])
            if scenario is not None and scenario not in scenarios:
                raise SystemExit(f"no scenario {scenario}; there are: {', '.join(scenarios)}")
            row = 0 if scenario is None else scenarios.index(scenario)
            self.scenario = scenarios[row]
            self.people = text_of(file["person_kind"][()])
            self.activities = text_of(file["activity"][()])
            self.bands = file["school_need_band"][()]
            weeks = len(file["time"]) / len(file["year"])
            self.hours = file["hours"][:, row].mean(axis=(0, 1)) / weeks  # person kind, activity, school
            district = file.attrs["district"]
            self.district = district.decode() if isinstance(district, bytes) else str(district)

    def of(self, person, band):
        """Hours by activity."""
        schools = self.bands == band
        if not schools.any():
            return np.zeros(len(self.activities))
        return self.hours[self.people.index(person)][:, schools].mean(axis=1)


def bars_of(ledger):
    """Label and hours by activity of every bar, from top to bottom."""
    return [(f"{title}\n{words}", ledger.of(person, band)) for person, title in PEOPLE for band, words in BANDS]


def draw(ledger):
    bars = bars_of(ledger)
    table = np.array([hours for _, hours in bars])
    order = [row for row in np.argsort(-table.sum(axis=0), kind="stable") if table[:, row].sum() > 0]
    shown, others = order[:SHOWN_ACTIVITIES], order[SHOWN_ACTIVITIES:]
    parts = [(ledger.activities[row].replace("_", " "), table[:, row], COLOURS[n]) for n, row in enumerate(shown)]
    if others:
        parts.append(("everything else", table[:, others].sum(axis=1), GREY))
    figure, axes = plt.subplots(figsize=(9, 6))
    figure.subplots_adjust(left=0.16, right=0.97, top=0.94, bottom=0.27)
    places = np.array([row + 0.4 * (row // len(BANDS)) for row in range(len(bars))])
    left = np.zeros(len(bars))
    for name, hours, colour in parts:
        axes.barh(places, hours, left=left, color=colour, label=name, height=0.8)
        left += hours
    axes.set_yticks(places, [label for label, _ in bars])
    axes.invert_yaxis()
    axes.set_xlabel("hours a week for each school")
    axes.set_title(f"{ledger.district}, {ledger.scenario}: where leaders' hours go", loc="left", fontsize=11)
    axes.spines[["top", "right"]].set_visible(False)
    if parts:
        figure.legend(loc="lower center", ncol=3, frameon=False, fontsize=9)
    return figure


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("result", type=pathlib.Path, help="result file of districtsim run or compare")
    parser.add_argument("-o", "--output", type=pathlib.Path, default=pathlib.Path("analysis/figures"), help="folder")
    parser.add_argument("--scenario", help="name of the scenario; the first if not given")
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    figure = draw(Ledger(arguments.result, arguments.scenario))
    figure.savefig(arguments.output / "hours.png", dpi=100)
    figure.savefig(arguments.output / "hours.svg", metadata={"Date": None})
    print(arguments.output / "hours.png")


if __name__ == "__main__":
    main()
