"""Whole jobs: the program from files to files, beside what a researcher would write, with time and memory.

    python benches/whole.py                     every job; prints the tables
    python benches/whole.py --only script       one of script, projection, report
    python benches/whole.py --write             also keeps the table in README.md

Networks, tools and the meaning of `--kernels`, `--binary`, `--work` are those of `peers.py`.
"""

import argparse
import datetime
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from networks import Networks
from peers import HERE, built, machine, write


@dataclass
class Job:
    """How long a process took, by the clock and on the processor, and the most memory it held."""

    clock: float
    processor: float
    memory: float

    def __str__(self):
        return f"{self.clock:.2f} s ({self.processor:.2f} s of processor, {self.memory:.0f} MiB)"


def run(command, environment=None):
    """Runs a process to its end and measures it alone."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command], env=os.environ | (environment or {}),
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )
    said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {process.returncode}")
    return Job(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024), said


# what the script does and `hubscope metrics` does not: the gaps between pairs are their own command
NOT_IN_METRICS = ("link_prediction",)


def script(options, networks):
    """The script's own work against `metrics`: by hops and by inverse strength, as the script has both."""
    hub = networks.synthetic("S")
    lines = ["| who | time | memory, MiB |", "|---|---|---|"]
    theirs, said = run([sys.executable, HERE / "script.py", hub], {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"})
    steps = json.loads(said)
    shared = sum(seconds for step, seconds in steps.items() if step not in NOT_IN_METRICS)
    lines.append(f"| script.py (pandas, igraph; 1 thread) | {theirs.clock:.2f} s; {theirs.processor:.2f} s of processor; "
                 f"the steps that `metrics` has {shared:.2f} s | {theirs.memory:.0f} |")
    for threads in (1, 2):
        jobs = []
        for length in ("hops", "inverse_strength"):
            command = [options.binary, "metrics", hub, "--quiet", "--layer", "participations", "--window", "all",
                       "--level", "person", "--path-length", length, "--threads", str(threads), "--format", "csv"]
            jobs.append(run(command)[0])
        ours = sum(job.clock for job in jobs)
        processor = sum(job.processor for job in jobs)
        lines.append(f"| hubscope metrics, by hops and by inverse strength ({threads} "
                     f"thread{'s' if threads > 1 else ''}) | {jobs[0].clock:.2f} + {jobs[1].clock:.2f} s; "
                     f"{processor:.2f} s of processor; **{shared / ours:.1f}×** by the clock, "
                     f"{theirs.processor / processor:.1f}× by processor (target ≥ 20×) "
                     f"| {max(job.memory for job in jobs):.0f} |")
    slowest = sorted(steps.items(), key=lambda step: -step[1])
    lines.append("")
    lines.append("Steps of the script, s: " + ", ".join(f"{step} {seconds:.2f}" for step, seconds in slowest) + ".")
    return lines


def projection(options, networks):
    """Ties with Newman's weights from one CSV file of attendance."""
    lines = ["| hub | threads | hubscope, s | polars, s | pandas, s | DuckDB, s | ratio to the fastest | by processor time |",
             "|---|---|---|---|---|---|---|---|"]
    for size in options.sizes:
        hub = networks.attendance_alone(networks.horizon() if size == "H2020" else networks.synthetic(size))
        if hub is None:
            continue
        runs = "1" if size == "M" else "5"
        for threads in (1, 2):
            said = {"hubscope": run([options.kernels, "--hub", hub, "--measure", "projection", "--threads", str(threads),
                                     "--runs", runs])[1]}
            for way in ("polars", "pandas", "DuckDB"):
                # pandas knows one thread, and needs half a minute for M
                if way != "pandas" or (threads == 1 and size != "M"):
                    command = [sys.executable, HERE / "projection.py", way, hub / "participations.csv",
                               "--runs", runs, "--threads", str(threads)]
                    said[way] = run(command)[1]
            found = {way: json.loads(text) for way, text in said.items()}
            agree = [abs(one["sum"] - found["hubscope"]["sum"]) <= 1e-9 * one["sum"]
                     and one["ties"] == found["hubscope"]["ties"] for one in found.values()]
            if not all(agree):
                raise SystemExit(f"{size}: ties or weights differ: {found}")
            clock = {way: statistics.median(one["seconds"]) for way, one in found.items()}
            processor = {way: statistics.median(one["processor_seconds"]) for way, one in found.items()}
            best = min((way for way in clock if way != "hubscope"), key=clock.get)
            shown = [f"{clock[way]:.3f}" if way in clock else "–" for way in ("hubscope", "polars", "pandas", "DuckDB")]
            lines.append(f"| {size} | {threads} | {' | '.join(shown)} | {clock[best] / clock['hubscope']:.2f}× ({best}) | "
                         f"{processor[best] / processor['hubscope']:.2f}× |")
    return lines


# hub → seconds and MiB aimed at
REPORTS = {"S": (3.0, None), "H2020": (30.0, None), "M": (60.0, 4096.0)}


def report(options, networks):
    """`hubscope report`: everything into one folder."""
    lines = ["| hub | time | memory, MiB | target |", "|---|---|---|---|"]
    for size, (seconds, memory) in REPORTS.items():
        hub = networks.horizon() if size == "H2020" else networks.synthetic(size)
        if hub is None or size not in options.sizes:
            continue
        with tempfile.TemporaryDirectory() as folder:
            job, _ = run([options.binary, "report", hub, "--quiet", "--out", Path(folder) / "report"])
        met = job.clock <= seconds and (memory is None or job.memory <= memory)
        aimed = f"≤ {seconds:.0f} s" + (f", ≤ {memory / 1024:.0f} GiB" if memory else "")
        lines.append(f"| {size} | {job.clock:.2f} s; {job.processor:.2f} s of processor | {job.memory:.0f} | "
                     f"{aimed}{'' if met else ' **missed**'} |")
    return lines


JOBS = {"script": script, "projection": projection, "report": report}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", choices=JOBS)
    parser.add_argument("--sizes", default="S,H2020,M", help="hubs to run on")
    parser.add_argument("--write", action="store_true", help="keep the tables in README.md")
    parser.add_argument("--kernels")
    parser.add_argument("--binary")
    parser.add_argument("--work", default="/tmp/hubscope-peers")
    options = parser.parse_args()
    options.sizes = options.sizes.split(",")
    built(options)
    Path(options.work).mkdir(parents=True, exist_ok=True)
    networks = Networks(options.work, options.binary, options.kernels)
    print(machine())
    for name in options.only or JOBS:
        before = os.getloadavg()[0]
        lines = JOBS[name](options, networks)
        when = datetime.datetime.now().strftime("%Y-%m-%d %H:%M")
        lines.append(f"\n{when}, load {before:.1f} → {os.getloadavg()[0]:.1f}, {machine()}.")
        print("\n".join(lines), flush=True)
        if options.write:
            write(name, "\n".join(lines))


if __name__ == "__main__":
    main()
