#!/usr/bin/env python3
"""Runs ./quickstart in a copy of its files with stand-ins for apt, dpkg, sudo, id and cmake on PATH."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLAIN_TOOLS = ["awk", "bash", "cat", "dirname", "env", "grep", "head", "ls", "mkdir", "nproc", "readlink", "rm", "tail"]

DPKG_QUERY = """
for package; do :; done
grep -qx -- "$package" "$STATE/installed" && echo installed || { echo "no packages found" >&2; exit 1; }
"""
APT_GET = """
printf '%s\\n' "apt-get $*" >>"$STATE/calls"
[ "$DEBIAN_FRONTEND" = noninteractive ] || { echo "it asks questions"; exit 1; }
case " $* " in
  *" update "*) : >"$STATE/lists"; exit 0 ;;
esac
[ -f "$STATE/lists" ] || { echo "E: Unable to locate package"; exit 100; }
[ ! -f "$STATE/broken" ] || { echo "E: no such package anywhere"; exit 100; }
for word; do case $word in -* | install | DPkg*) ;; *) printf '%s\\n' "$word" >>"$STATE/installed" ;; esac; done
"""
SUDO = """
printf '%s\\n' "sudo" >>"$STATE/calls"
exec "$@"
"""
CMAKE = """
printf '%s\\n' "cmake $*" >>"$STATE/calls"
[ ! -f "$STATE/broken-source" ] || { echo "error: expected ;"; exit 1; }
case $1 in
  --preset) : >build/build.ninja; echo "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" >build/CMakeCache.txt ;;
  --build) printf '#!/bin/bash\\nprintf "%%s\\\\n" "districtsim $*" >>"$STATE/calls"\\necho table\\n' >build/districtsim
           PATH=/usr/bin:/bin chmod +x build/districtsim ;;
esac
"""
MAKE_PORTABLE = """
printf '%s\\n' "make_portable $*" >>"$STATE/calls"
[ ! -f "$STATE/broken-packing" ] || { echo "strip: not found" >&2; exit 1; }
echo "$2/districtsim-1.tar.gz"
"""


class Quickstart(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="a clone ")
        self.addCleanup(folder.cleanup)
        self.state = pathlib.Path(folder.name) / "state"
        self.bin = pathlib.Path(folder.name) / "bin"
        self.clone = pathlib.Path(folder.name) / "the clone"
        for path in (self.state, self.bin, self.clone / "cmake"):
            path.mkdir(parents=True)
        shutil.copy(ROOT / "quickstart", self.clone)
        for packages in (ROOT / "cmake").glob("packages-*.txt"):
            shutil.copy(packages, self.clone / "cmake")
        for tool in PLAIN_TOOLS:
            (self.bin / tool).symlink_to(shutil.which(tool, path="/usr/bin:/bin"))
        self.state.joinpath("installed").touch()
        self.state.joinpath("lists").touch()
        self.stand_in("dpkg-query", DPKG_QUERY)
        self.stand_in("apt-get", APT_GET)
        self.stand_in("cmake", CMAKE)
        self.become(0)

    def stand_in(self, name, body):
        path = self.bin / name
        path.write_text("#!/bin/bash\n" + body, encoding="utf-8")
        path.chmod(0o755)

    def become(self, user):
        self.stand_in("id", f"echo {user}\n")

    def run_it(self, *arguments, cwd="/"):
        self.state.joinpath("calls").write_text("", encoding="utf-8")
        environment = {"PATH": str(self.bin), "STATE": str(self.state), "HOME": str(self.state)}
        return subprocess.run([self.clone / "quickstart", *arguments], cwd=cwd, env=environment, text=True,
                              capture_output=True, check=False)

    def calls(self, start=""):
        lines = self.state.joinpath("calls").read_text(encoding="utf-8").splitlines()
        return [line for line in lines if line.startswith(start)]

    def needed(self):
        words = [line.split() for line in (ROOT / "cmake" / "packages-run.txt").read_text().splitlines()]
        return [row[0] for row in words if row and row[0] != "#" and row[-1] != "cmake"]

    def test_a_fresh_machine_gets_every_package_once_and_a_comparison(self):
        done = self.run_it()
        self.assertEqual(done.returncode, 0, done.stderr)
        installs = self.calls("apt-get")
        self.assertEqual(len(installs), 1)
        self.assertTrue(installs[0].endswith("install -y --no-install-recommends " + " ".join(self.needed())))
        self.assertEqual(len(self.calls("cmake --preset release")), 1)
        self.assertEqual(done.stdout, "table\n")
        self.assertIn(str(self.clone / "results" / "hoover.h5"), done.stderr)

    def test_a_second_run_sets_nothing_up(self):
        self.run_it()
        done = self.run_it(cwd=self.state)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.calls("apt-get"), [])
        self.assertEqual(self.calls("cmake --preset"), [])
        self.assertEqual(len(self.calls("cmake --build")), 1)

    def test_only_the_missing_package_is_asked_for(self):
        present = [name for name in self.needed() if name != "libtbb-dev"]
        self.state.joinpath("installed").write_text("\n".join(present) + "\n", encoding="utf-8")
        self.assertEqual(self.run_it().returncode, 0)
        self.assertTrue(self.calls("apt-get")[0].endswith("--no-install-recommends libtbb-dev"))

    def test_a_command_on_path_does_instead_of_its_package(self):
        self.stand_in("g++", "exit 0\n")
        self.assertEqual(self.run_it().returncode, 0)
        self.assertNotIn(" g++ ", self.calls("apt-get")[0] + " ")

    def test_absent_lists_are_fetched_once(self):
        self.state.joinpath("lists").unlink()
        done = self.run_it()
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual([("update" in call) for call in self.calls("apt-get")], [False, True, False])

    def test_a_package_apt_cannot_find_ends_with_its_log(self):
        self.state.joinpath("broken").touch()
        done = self.run_it()
        self.assertEqual(done.returncode, 1)
        self.assertIn("E: no such package anywhere", done.stderr)
        self.assertEqual(self.calls("cmake"), [])

    def test_without_root_sudo_is_used(self):
        self.become(1000)
        self.stand_in("sudo", SUDO)
        done = self.run_it()
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(self.calls("sudo")), 1)

    def test_without_root_and_sudo_the_one_line_is_printed(self):
        self.become(1000)
        done = self.run_it()
        self.assertEqual(done.returncode, 1)
        self.assertIn("sudo apt-get install -y --no-install-recommends " + " ".join(self.needed()), done.stderr)
        self.assertEqual(self.calls(), [])

    def test_without_root_nothing_is_asked_when_nothing_is_missing(self):
        self.become(1000)
        self.state.joinpath("installed").write_text("\n".join(self.needed()) + "\n", encoding="utf-8")
        self.assertEqual(self.run_it().returncode, 0)
        self.assertEqual(self.calls("apt-get"), [])

    def test_a_failed_build_shows_the_end_of_its_log(self):
        self.run_it()
        self.state.joinpath("broken-source").touch()
        done = self.run_it()
        self.assertEqual(done.returncode, 1)
        self.assertIn("error: expected ;", done.stderr)
        self.assertIn("build/build.log", done.stderr)
        self.assertEqual(self.calls("districtsim"), [])

    def test_a_moved_clone_is_configured_anew(self):
        self.run_it()
        self.clone = self.clone.rename(self.clone.with_name("moved"))
        self.assertEqual(self.run_it().returncode, 0)
        self.assertEqual(len(self.calls("cmake --preset release")), 1)

    def test_portable_builds_and_packs_and_compares_nothing(self):
        script = self.clone / "cmake" / "make_portable.sh"
        script.write_text("#!/bin/bash\n" + MAKE_PORTABLE, encoding="utf-8")
        script.chmod(0o755)
        done = self.run_it("--portable")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(str(self.clone / "build" / "districtsim-1.tar.gz"), done.stderr)
        self.assertEqual(self.calls("make_portable"), ["make_portable build/districtsim build"])
        self.assertEqual(self.calls("districtsim"), [])
        self.state.joinpath("broken-packing").touch()
        done = self.run_it("--portable")
        self.assertEqual(done.returncode, 1)
        self.assertIn("strip: not found", done.stderr)

    def test_help_and_unknown_arguments(self):
        self.assertEqual(self.run_it("--help").returncode, 0)
        for arguments in (["tset"], ["--replicates"], ["test", "fast"]):
            done = self.run_it(*arguments)
            self.assertEqual(done.returncode, 2, arguments)
            self.assertIn(" ".join(arguments), done.stderr)
        self.assertEqual(self.calls(), [])


if __name__ == "__main__":
    os.umask(0o022)
    unittest.main()
