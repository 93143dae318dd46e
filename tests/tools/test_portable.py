#!/usr/bin/env python3
"""The portable tarball: it runs in a folder with nothing else, and gives the same bits there.

    test_portable.py PROGRAM
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else ROOT / "build" / "districtsim"
RUN = ["--replicates", "2", "--years", "2", "--quiet", "--json"]
# The older names ..._Usable do nothing in this C library; it ignores names that it does not know.
MASKED = {"GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA,-AVX2_Usable,-FMA_Usable"}


def said_by(words, **more):
    return subprocess.run(words, check=True, capture_output=True, text=True, **more).stdout


def make_tarball(folder):
    return pathlib.Path(said_by([ROOT / "cmake" / "make_portable.sh", PROGRAM, folder]).strip())


def closed_in(folder, *words):
    """The words of a command that runs with `folder` as all there is, as root or in a namespace where one is root."""
    chroot = shutil.which("chroot", path="/usr/sbin:/usr/bin:/sbin:/bin")
    namespace = [] if os.geteuid() == 0 else ["unshare", "--map-root-user"]
    return [*namespace, chroot, folder, *words]


class Portable(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kept = tempfile.TemporaryDirectory(prefix="portable here ")
        cls.addClassCleanup(cls.kept.cleanup)
        folder = pathlib.Path(cls.kept.name)
        cls.tarball = make_tarball(folder / "first")
        cls.world = folder / "world"
        (cls.world / "out").mkdir(parents=True)
        subprocess.run(["tar", "xzf", cls.tarball, "-C", cls.world], check=True)
        cls.name = cls.tarball.name.removesuffix(".tar.gz")
        cls.unpacked = cls.world / cls.name
        cls.scenario = ROOT / "scenarios" / "hoover" / "baseline.yaml"
        cls.digest = cls.digest_of_run([PROGRAM], cls.scenario, folder / "normal.h5")

    @staticmethod
    def digest_of_run(program, scenario, out, **more):
        return json.loads(said_by([*program, "run", scenario, "-o", out, *RUN], **more))["digest"]

    def test_the_same_program_gives_the_same_tarball(self):
        again = make_tarball(pathlib.Path(self.kept.name) / "second")
        self.assertEqual(again.name, self.tarball.name)
        self.assertEqual(again.read_bytes(), self.tarball.read_bytes())
        self.assertLess(self.tarball.stat().st_size, 20_000_000)

    def test_it_runs_where_there_is_nothing_else(self):
        self.assertEqual(sorted(path.name for path in self.world.iterdir()), sorted([self.name, "out"]))
        program = closed_in(self.world, f"/{self.name}/districtsim")
        digest = self.digest_of_run(program, f"/{self.name}/scenarios/hoover/baseline.yaml", "/out/there.h5", env={})
        self.assertEqual(digest, self.digest)
        command = said_by([PROGRAM, "info", self.world / "out" / "there.h5"])
        self.assertIn(f" /{self.name}/districtsim run /{self.name}/scenarios", command)

    def test_it_runs_from_a_link_in_a_folder_that_it_may_not_write(self):
        folder = pathlib.Path(self.kept.name)
        link = folder / "a link"
        link.symlink_to(self.unpacked / "districtsim")
        for path in (self.unpacked, *self.unpacked.rglob("*")):
            path.chmod(0o555 if path.is_dir() or os.access(path, os.X_OK) else 0o444)
        folder.chmod(0o755)
        out = folder / "of anybody"
        out.mkdir()
        out.chmod(0o777)
        nobody = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
        scenario = self.unpacked / "scenarios" / "hoover" / "baseline.yaml"
        self.assertEqual(self.digest_of_run([link], scenario, "linked.h5", cwd=out, **nobody), self.digest)
        shown = subprocess.run([link, "runn"], check=False, capture_output=True, text=True, cwd=out)
        self.assertEqual(shown.returncode, 2)
        self.assertIn("See districtsim --help", shown.stderr)
        for path in (self.unpacked, *self.unpacked.rglob("*")):
            if path.is_dir():
                path.chmod(0o755)

    def test_a_folder_that_the_loader_would_split_is_refused(self):
        folder = pathlib.Path(self.kept.name) / "at 10:30"
        folder.mkdir()
        shutil.copy(self.unpacked / "districtsim", folder)
        done = subprocess.run([folder / "districtsim", "--version"], check=False, capture_output=True, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn("must not contain", done.stderr)

    def test_a_processor_without_fma_and_avx2_gives_the_same_bits(self):
        with open("/proc/cpuinfo", encoding="utf-8") as description:
            flags = next((line.split() for line in description if line.startswith("flags")), [])
        masked = dict(os.environ, **MASKED)
        if "avx2" in flags and "fma" in flags:
            self.assertIn("kernel:    x86-64-v3", said_by([PROGRAM, "--version"]))
        self.assertIn("kernel:    x86-64\n", said_by([PROGRAM, "--version"], env=masked))
        self.assertIn("kernel:    x86-64\n", said_by([self.unpacked / "districtsim", "--version"], env=masked))
        # What the C library itself now takes the processor for: it chooses its own functions by that.
        loader = next((self.unpacked / "lib").glob("ld-*"))
        self.assertIn('dl_platform="x86_64"', said_by([loader, "--list-diagnostics"], env=masked))
        for program in (PROGRAM, self.unpacked / "districtsim"):
            out = pathlib.Path(self.kept.name) / "masked.h5"
            self.assertEqual(self.digest_of_run([program], self.scenario, out, env=masked), self.digest)


if __name__ == "__main__":
    unittest.main()
