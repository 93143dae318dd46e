#!/usr/bin/env python3
"""Sweeps beyond one process, on real engines: each must give what a single process gives, bit for bit.

    test_cluster.py PROGRAM Shards|Mpirun|Slurm
"""

import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from one_node_slurm import OneNodeSlurm, adopt_orphans, children_of, end_all_children

PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
SMALL = {"teachers": 60, "years": 1, "rows": 12}
LONGER = {"teachers": 1500, "years": 4, "rows": 12}  # time enough to be ended amid its runs


class Sweeps(unittest.TestCase):
    def setUp(self):
        adopt_orphans()
        self.addCleanup(end_all_children)
        temporary = tempfile.TemporaryDirectory(prefix="sweeps ")
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.environment = {name: value for name, value in os.environ.items()
                            if not name.startswith(("OMPI_", "PMI", "SLURM_", "SBATCH_"))}

    def put_design(self, teachers, years, rows, name="design.yaml"):
        """A design whose row 5 cannot be run: it spends more than all new dollars."""
        table = "".join(f"{row / 20},{0.9 if row == 5 else 0.1}\n" for row in range(rows))
        self.put("rows.csv", "framework.new_dollars.pay,framework.new_dollars.coaches\n" + table)
        self.put("base.yaml", f"schema: 1\ndistrict: {{synthetic: {{teachers: {teachers}}}}}\n"
                 f"calendar: {{years: {years}, warm_up_years: 0}}\n")
        self.put(name, "schema: 1\ndesign: list\nrows: rows.csv\nbase: base.yaml\n")
        return str(self.folder / name)

    def put(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    def run_it(self, *words, **more):
        return subprocess.run([str(word) for word in words], cwd=self.folder, text=True, capture_output=True,
                              check=False, timeout=60, **{"env": self.environment, **more})

    def alone(self, design):
        """Digest and failed rows of a single process; its folder is gone afterwards."""
        done = self.run_it(PROGRAM, "sweep", design, "-o", "alone", "--json", "--quiet")
        said = json.loads(done.stdout)
        shutil.rmtree(self.folder / "alone")
        return said["digest"], done.returncode

    def until(self, there, what, seconds=20):
        end = time.monotonic() + seconds
        while not there():
            self.assertLess(time.monotonic(), end, f"waited too long for {what}")
            time.sleep(0.01)

    @staticmethod
    def all_ended():
        """Whether no process is left that this one started, however far below."""
        try:
            while os.waitpid(-1, os.WNOHANG)[0] != 0:
                pass
        except ChildProcessError:
            return True
        return False

    def has_runs(self, folder, shard):
        log = self.folder / folder / "store" / f"{shard}.runs"
        return log.is_file() and log.stat().st_size > 0


class Shards(Sweeps):
    def test_five_shards_by_hand_in_any_order_give_the_single_process(self):
        design = self.put_design(**SMALL)
        digest, code = self.alone(design)
        self.assertEqual(code, 5)
        shards = [subprocess.Popen([PROGRAM, "sweep", design, "-o", "shared", "--shard", f"{shard}/5", "--threads", "1",
                                    "--quiet"], cwd=self.folder, env=self.environment, stderr=subprocess.DEVNULL)
                  for shard in (3, 0, 4, 2)]
        # Row 5, which cannot be run, is in shard 0.
        self.assertEqual([shard.wait(timeout=60) for shard in shards], [0, 5, 0, 0])
        early = self.run_it(PROGRAM, "merge", "shared", "-o", "shared")
        self.assertEqual(early.returncode, 5)
        self.assertIn("3 rows are missing: 1, 6, 11; of shard 1", early.stderr)
        self.assertFalse((self.folder / "shared" / "sweep.h5").exists())
        apart = self.run_it(PROGRAM, "sweep", design, "-o", "apart", "--shard", "1/5")
        self.assertEqual(apart.returncode, 0, apart.stderr)
        merged = self.run_it(PROGRAM, "merge", "shared", "apart", "-o", "whole", "--json")
        self.assertEqual(merged.returncode, 5, merged.stderr)
        self.assertEqual(json.loads(merged.stdout)["digest"], digest)
        self.assertEqual(json.loads(merged.stdout)["failed_rows"], [5])


class Mpirun(Sweeps):
    def setUp(self):
        super().setUp()
        self.assertIsNotNone(shutil.which("mpirun"), "cmake/packages-test.txt names the package of mpirun")
        sessions = tempfile.TemporaryDirectory(prefix="mpi", dir="/tmp")
        self.addCleanup(sessions.cleanup)
        self.environment.update(TMPDIR=sessions.name, OMPI_ALLOW_RUN_AS_ROOT="1", OMPI_ALLOW_RUN_AS_ROOT_CONFIRM="1")

    @staticmethod
    def of_ranks(*words):
        return ["mpirun", "-n", "3", "--oversubscribe", "--bind-to", "none", "--mca", "oob_tcp_if_include", "lo",
                "--mca", "btl_tcp_if_include", "lo", "--mca", "plm", "isolated", PROGRAM, "sweep", *words]

    def test_three_ranks_give_the_single_process_and_only_the_first_talks(self):
        design = self.put_design(**SMALL)
        digest, _ = self.alone(design)
        done = self.run_it(*self.of_ranks(design, "-o", "ranks", "--json"))
        self.assertEqual(done.returncode, 5, done.stderr)
        said = json.loads(done.stdout)
        self.assertEqual((said["digest"], said["failed_rows"], said["ran"]), (digest, [5], SMALL["rows"]))
        self.assertEqual(done.stderr.count("1 row could not be run: 5"), 1, done.stderr)
        names = sorted(path.name for path in (self.folder / "ranks").iterdir())
        self.assertEqual([name for name in names if "rank" in name or "done" in name], [])
        self.assertEqual(sorted(path.name for path in (self.folder / "ranks" / "store").iterdir()),
                         ["0-of-3.runs", "1-of-3.runs", "2-of-3.runs"])

        again = self.run_it(*self.of_ranks(design, "-o", "ranks"))
        self.assertEqual(again.returncode, 2)
        self.assertEqual(again.stderr.count("--resume"), 1, again.stderr)
        self.put("broken.yaml", "schema: 1\ndesign: listt\n")
        broken = self.run_it(*self.of_ranks("broken.yaml", "-o", "broken"))
        self.assertEqual(broken.returncode, 3)
        self.assertEqual(broken.stderr.count("listt"), 1, broken.stderr)
        divided = self.run_it(*self.of_ranks(design, "-o", "both", "--shard", "0/2"))
        self.assertEqual(divided.returncode, 2)

    def rank(self, launcher, number):
        """The process of a rank, or None."""
        for process in children_of(launcher):
            try:
                environment = pathlib.Path(f"/proc/{process}/environ").read_bytes()
            except OSError:
                continue
            if f"OMPI_COMM_WORLD_RANK={number}\0".encode() in environment:
                return process
        return None

    def test_a_rank_that_dies_ends_all_and_what_is_finished_is_kept(self):
        design = self.put_design(**LONGER)
        with open(self.folder / "said", "w", encoding="utf-8") as said:
            launcher = subprocess.Popen(self.of_ranks(design, "-o", "ranks", "--threads", "1"), cwd=self.folder,
                                        env=self.environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        self.until(lambda: self.has_runs("ranks", "1-of-3"), "the first run of rank 1")
        os.kill(self.rank(launcher.pid, 1), signal.SIGKILL)
        self.assertNotEqual(launcher.wait(timeout=20), 0)
        self.until(self.all_ended, "the other ranks to end")
        self.assertFalse((self.folder / "ranks" / "sweep.h5").exists())
        self.assertTrue(self.has_runs("ranks", "1-of-3"))

        done = self.run_it(*self.of_ranks(design, "-o", "ranks", "--resume", "--json"))
        self.assertEqual(done.returncode, 5, done.stderr)
        said = json.loads(done.stdout)
        self.assertLess(said["ran"], LONGER["rows"])
        self.assertEqual(said["digest"], self.alone(design)[0])


class Slurm(Sweeps):
    def test_an_array_of_four_gives_the_single_process_and_resubmits_only_what_is_missing(self):
        design = self.put_design(**LONGER)
        with OneNodeSlurm(max_array_size=5) as slurm:
            self.environment = {**self.environment, "SLURM_CONF": slurm.environment["SLURM_CONF"]}
            too_many = self.run_it(PROGRAM, "sweep", design, "-o", "array", "--slurm", "6")
            self.assertEqual(too_many.returncode, 2)
            self.assertIn("at most 5 tasks", too_many.stderr)

            self.assertEqual(self.submit(design), "0-3")
            self.until(lambda: self.has_runs("array", "2-of-4"), "the first run of task 2")
            # What Slurm does a minute before the time is up.
            stopped = self.run_it("scancel", "--batch", "--signal=TERM", f"{self.array}_2")
            self.assertEqual(stopped.returncode, 0, stopped.stderr)
            slurm.wait_for_jobs()
            log = self.log_of(f"{self.array}_2")
            self.assertRegex(log, r"stopped; [0-9]+ finished runs are kept")
            early = self.log_of(f"{self.merge}-merge")
            self.assertRegex(early, r"missing: .*; of shard 2 ", self.all_logs())
            self.assertFalse((self.folder / "array" / "sweep.h5").exists())

            self.assertEqual(self.submit(design), "2")
            slurm.wait_for_jobs()
            digest = re.search("digest ([0-9a-f]{64})", self.log_of(f"{self.merge}-merge"))
            self.assertIsNotNone(digest, self.log_of(f"{self.merge}-merge"))
            self.assertIn("row 5", self.log_of(f"{self.merge}-merge"))
            nothing = self.run_it(PROGRAM, "sweep", design, "-o", "array", "--slurm")
            self.assertNotIn("#SBATCH --array", nothing.stdout)
        self.assertTrue(self.all_ended())
        self.assertEqual(digest[1], self.alone(design)[0])

    def submit(self, design):
        """Has the program write a job file and submits it; returns the tasks in its array."""
        shards = [] if (self.folder / "array").exists() else ["4"]
        written = self.run_it(PROGRAM, "sweep", design, "-o", "array", "--slurm", *shards)
        self.assertEqual(written.returncode, 0, written.stderr)
        self.put("sweep.slurm", written.stdout.replace("--cpus-per-task=2", "--cpus-per-task=1"))
        submitted = self.run_it("bash", "sweep.slurm")
        self.assertEqual(submitted.returncode, 0, submitted.stderr)
        self.array, self.merge = re.findall("job ([0-9]+)", submitted.stdout)
        return re.search("#SBATCH --array=(.*)", written.stdout)[1]

    def all_logs(self):
        return "\n".join(f"---- {path.name}\n{path.read_text()}" for path in sorted(self.folder.glob("sweep-*.log")))

    def log_of(self, job):
        return (self.folder / f"sweep-{job}.log").read_text(encoding="utf-8")


if __name__ == "__main__":
    unittest.main(verbosity=2)
