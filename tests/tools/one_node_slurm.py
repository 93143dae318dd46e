"""A real Slurm of one node, on the loopback interface only and in a folder of its own.

    with OneNodeSlurm() as slurm:
        subprocess.run(["sbatch", ...], env=slurm.environment, check=True)

Every process it or its jobs start ends with it, also after a failure.
"""

import ctypes
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time

CONFIGURATION = """
ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={controller_port}
SlurmdPort={node_port}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SwitchType=switch/none
MpiDefault=none
SchedulerType=sched/builtin
MailProg=/bin/true
SlurmdParameters=config_overrides
SchedulerParameters=batch_sched_delay=1
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
SlurmdTimeout=60
InactiveLimit=0
KillWait=5
MinJobAge=300
MaxArraySize={max_array_size}
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
NodeName={host} NodeAddr=127.0.0.1 CPUs={cpus} RealMemory=16000 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""


def adopt_orphans():
    """Descendants whose parents end become children of this process, so that it can end them."""
    subreaper = 36
    ctypes.CDLL(None).prctl(subreaper, 1, 0, 0, 0)


def end_with_parent():
    """In a new process, before its program: it ends when its parent does, however that ends."""
    parent_death_signal = 1
    ctypes.CDLL(None).prctl(parent_death_signal, signal.SIGKILL, 0, 0, 0)


def children_of(parent):
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            fields = (entry / "stat").read_text(encoding="utf-8", errors="replace").rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(entry.name))
    return found


def end_all_children():
    """Ends every descendant of this process; a child's children become ours as it ends."""
    for _ in range(200):
        children = children_of(os.getpid())
        if not children:
            return
        for child in children:
            try:
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
            except (ProcessLookupError, ChildProcessError):
                pass


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


class OneNodeSlurm:
    def __init__(self, cpus=4, max_array_size=1001):
        adopt_orphans()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="slurm-", dir="/tmp"))
        self.cpus = cpus
        self.daemons = []
        self.max_array_size = max_array_size
        self.environment = dict(os.environ, SLURM_CONF=str(self.folder / "slurm.conf"))
        for name in list(self.environment):
            if name.startswith(("SLURM_", "SBATCH_", "PMI")) and name != "SLURM_CONF":
                del self.environment[name]

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *reason):
        self.stop()

    def start(self):
        path = os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin"
        programs = {name: shutil.which(name, path=path) for name in ("munged", "slurmctld", "slurmd", "scontrol")}
        missing = [name for name, program in programs.items() if program is None]
        if missing:
            raise RuntimeError(f"{', '.join(missing)} missing; cmake/packages-test.txt names the packages")
        self.folder.chmod(0o755)
        for name in ("state", "spool"):
            (self.folder / name).mkdir()
        key = self.folder / "munge.key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o600)
        ports = free_ports(2)
        text = CONFIGURATION.format(host=socket.gethostname().split(".")[0], controller_port=ports[0],
                                    node_port=ports[1], user=pwd.getpwuid(os.geteuid()).pw_name, folder=self.folder,
                                    max_array_size=self.max_array_size, cpus=self.cpus)
        (self.folder / "slurm.conf").write_text(text, encoding="utf-8")
        self.run("munged", programs["munged"], "--foreground", "--force", "--num-threads=2",
                 f"--socket={self.folder}/munge.socket", f"--key-file={key}", f"--pid-file={self.folder}/munged.pid",
                 f"--log-file={self.folder}/munged.log", f"--seed-file={self.folder}/munged.seed")
        self.wait_for("munged", (self.folder / "munge.socket").exists)
        self.run("slurmctld", programs["slurmctld"], "-D", "-c", "-f", self.folder / "slurm.conf")
        self.wait_for("slurmctld", lambda: self.says("scontrol", "ping", "is UP"))
        self.run("slurmd", programs["slurmd"], "-D", "-f", self.folder / "slurm.conf")
        self.wait_for("slurmd", lambda: self.says("sinfo", "--noheader", "--format=%T", "idle"))

    def run(self, name, *words):
        with open(self.folder / f"{name}.out", "wb") as out:
            daemon = subprocess.Popen(words, env=self.environment, stdin=subprocess.DEVNULL, stdout=out, stderr=out,
                                      start_new_session=True, preexec_fn=end_with_parent)
        self.daemons.append(daemon)

    def says(self, *words):
        done = subprocess.run(words[:-1], env=self.environment, capture_output=True, text=True, check=False, timeout=20)
        return words[-1] in done.stdout

    def wait_for(self, name, there, seconds=20):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if there():
                return
            time.sleep(0.05)
        raise RuntimeError(f"{name} does not come up:\n{self.logs()}")

    def logs(self):
        texts = []
        for path in sorted(self.folder.glob("*.log")) + sorted(self.folder.glob("*.out")):
            texts.append(f"---- {path.name}\n" + path.read_text(encoding="utf-8", errors="replace")[-3000:])
        return "\n".join(texts)

    def wait_for_jobs(self, seconds=60):
        """Until no job is pending or running."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            done = subprocess.run(["squeue", "--noheader"], env=self.environment, capture_output=True, text=True,
                                  check=True, timeout=20)
            if not done.stdout.strip():
                return
            time.sleep(0.1)
        raise RuntimeError(f"jobs do not end:\n{done.stdout}\n{self.logs()}")

    def stop(self):
        end_all_children()
        for daemon in self.daemons:
            daemon.poll()
        shutil.rmtree(self.folder, ignore_errors=True)
