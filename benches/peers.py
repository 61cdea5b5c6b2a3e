"""hubscope beside other tools: the same networks, the same measures, the clock around the measure alone.

    python benches/peers.py                     every row; prints the table
    python benches/peers.py --quick             small networks, a minute
    python benches/peers.py --only pagerank     one measure; --network H2020 one network
    python benches/peers.py --write             also keeps the rows in results.json and the table in README.md

Each call is a process of its own (`kernels` for hubscope, `tools.py` for the others) that reads the network, then times
the measure. The processes of one row take turns, so that they share what else the machine does; the median counts.
Values must agree within the tolerance of the row, else the program ends with 1. A tool that is not installed, fails or
exceeds the time-out is left out with a word.
"""

import argparse
import datetime
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import numpy

from networks import Networks
from tools import TOOLS

HERE = Path(__file__).resolve().parent
PATH_TOOLS = ("igraph", "networkit", "graph-tool", "rustworkx", "NetworkX")
# pure Python: only where it ends within the time-out
SMALL = {"S partnerships", "ca-GrQc"}


@dataclass(frozen=True)
class Work:
    """One measure: who can do it, on which networks, how far values may differ, and the ratio aimed at."""

    measure: str
    title: str
    targets: dict  # network → how many times the fastest peer's speed; None where nothing is aimed at
    tools: tuple
    tolerance: float = 1e-9
    # tools whose values differ for a known reason: shown, not held against anyone
    differing: dict = field(default_factory=dict)
    # what is compared where values are not: name of a figure computed from them
    quality: str = ""


WORKS = [
    Work("betweenness", "betweenness by hops",
         {"S projection": 30, "S partnerships": None, "ca-GrQc": 3, "ca-CondMat": 15, "H2020": 25}, PATH_TOOLS),
    Work("weighted_betweenness", "betweenness by inverse strength", {"S projection": 5, "S partnerships": None},
         ("igraph", "networkit", "graph-tool", "NetworkX"),
         differing=dict.fromkeys(("networkit", "graph-tool", "NetworkX"), "compares sums of doubles exactly")),
    Work("approximate_betweenness", "approximate betweenness, ε 0.01, δ 0.1",
         {"S projection": 3, "ca-CondMat": 3, "H2020": 3}, ("networkit",), quality="error"),
    Work("closeness", "closeness", {"S projection": None, "ca-GrQc": None},
         ("igraph", "networkit", "graph-tool", "rustworkx", "NetworkX")),
    Work("harmonic", "harmonic", {"S projection": None, "ca-GrQc": None},
         ("igraph", "networkit", "graph-tool", "NetworkX")),
    Work("pagerank", "PageRank to 1e-12", {"S projection": 1, "H2020": 1},
         ("igraph", "networkit", "graph-tool", "scipy", "GraphBLAS", "NetworkX")),
    Work("core_number", "k-core", {"S projection": 1, "H2020": 1},
         ("igraph", "networkit", "graph-tool", "rustworkx", "NetworkX")),
    Work("constraint", "constraint", {"S projection": 2, "H2020": 2},
         ("igraph", "scipy", "GraphBLAS", "NetworkX")),
    Work("effective_size", "effective size", {"S projection": 2, "H2020": 2}, ("scipy", "GraphBLAS", "NetworkX")),
    Work("clustering", "clustering", {"S projection": 2, "H2020": 2},
         ("igraph", "networkit", "graph-tool", "scipy", "GraphBLAS", "NetworkX")),
    Work("articulation", "cut points", {"S projection": 1, "H2020": 1},
         ("igraph", "networkit", "graph-tool", "rustworkx", "NetworkX")),
    Work("pair_scores", "scores of pairs two steps apart (ours: five; others: resource allocation)",
         {"S partnerships": 1, "ca-GrQc": 1, "ca-CondMat": 1}, ("networkit", "scipy")),
    Work("communities", "communities (Leiden, modularity)", {"S projection": 1, "H2020": 1},
         ("igraph", "networkit", "leidenalg"), quality="modularity"),
]

# networks on which all sources would take the peer a quarter of an hour: so many sources, scaled
SAMPLED = {("betweenness", "H2020"): ("igraph", 400)}


@dataclass
class Row:
    """What one run found for one measure on one network."""

    measure: str
    title: str
    network: str
    target: float | None
    seconds: dict = field(default_factory=dict)  # who → threads → median by the clock
    processor: dict = field(default_factory=dict)  # who → threads → median on the processor
    differences: dict = field(default_factory=dict)  # who → largest difference
    quality: dict = field(default_factory=dict)  # who → figure
    words: list = field(default_factory=list)
    when: str = ""
    load: str = ""
    agrees: bool = True

    def fastest(self, threads, times=None):
        """The fastest peer that has so many threads; one that knows one thread stands with its one."""
        best = None
        for who, by_threads in (times or self.seconds).items():
            if who == "hubscope":
                continue
            times = [seconds for count, seconds in by_threads.items() if int(count) <= threads]
            if times and (best is None or min(times) < best[1]):
                best = (who, min(times))
        return best

    def ratio(self, threads):
        best, ours = self.fastest(threads), self.seconds.get("hubscope", {}).get(str(threads))
        return best[1] / ours if best and ours else None

    def processor_ratio(self):
        """Of one thread each, by processor time: what a busy machine disturbs least."""
        best, ours = self.fastest(1, self.processor), self.processor.get("hubscope", {}).get("1")
        return best[1] / ours if best and ours else None


class Bench:
    def __init__(self, options):
        self.options = options
        self.networks = Networks(options.work, options.binary, options.kernels)
        self.scratch = Path(tempfile.mkdtemp(prefix="peers-"))

    def row(self, work, network):
        row = Row(work.measure, work.title, network.name, work.targets[network.name])
        before = os.getloadavg()[0]
        callers = list(self._callers(work, network))
        samples = {caller: [] for caller in callers}
        for turn in range(self.options.turns):
            for caller in callers:
                taken = samples[caller]
                if taken is None or (turn > 0 and sum(clock for clock, _ in taken) > self.options.long):
                    continue
                # calls of milliseconds are repeated within their process
                runs = 1 if not taken else max(1, min(20, int(0.3 / max(taken[-1][0], 1e-6))))
                found = self._call(caller, work, network, runs, row)
                samples[caller] = None if found is None else taken + found
        for (who, threads), taken in samples.items():
            if taken:
                clock, processor = zip(*taken)
                row.seconds.setdefault(who, {})[str(threads)] = statistics.median(clock)
                row.processor.setdefault(who, {})[str(threads)] = statistics.median(processor)
        self._compare(work, network, row)
        row.when = datetime.datetime.now().strftime("%Y-%m-%d %H:%M")
        row.load = f"{before:.1f} → {os.getloadavg()[0]:.1f}"
        return row

    def _callers(self, work, network):
        for threads in self.options.threads:
            yield "hubscope", threads
            for tool in work.tools:
                if tool == "NetworkX" and network.name not in SMALL:
                    continue
                if (work.measure, network.name) in SAMPLED and tool != SAMPLED[work.measure, network.name][0]:
                    continue
                if threads == 1 or TOOLS[tool].many_threads:
                    yield tool, threads

    def _call(self, caller, work, network, runs, row):
        who, threads = caller
        out = self.scratch / f"{work.measure}-{network.folder.name}-{who}"
        environment = os.environ | {"OMP_NUM_THREADS": str(threads), "RAYON_NUM_THREADS": str(threads),
                                    "OPENBLAS_NUM_THREADS": "1"}
        sampled = SAMPLED.get((work.measure, network.name))
        scale = 1.0
        if who in TOOLS:
            python = self.options.graph_tool_python if who == "graph-tool" else sys.executable
            command = [python, HERE / "tools.py", "--tool", who, "--network", network.folder]
            if sampled:
                nodes = json.loads((network.folder / "size.json").read_text())["nodes"]
                scale = nodes / sampled[1]
                command += ["--sources", str(sampled[1])]
                self._say(row, f"{who} by {sampled[1]} of {nodes} sources, scaled")
            else:
                command += ["--out", out.with_suffix(".npy")]
        else:
            command = [self.options.kernels, *network.kernel_arguments, "--out", out.with_suffix(".txt")]
        command += ["--measure", work.measure, "--threads", str(threads), "--runs", str(runs)]
        try:
            ran = subprocess.run(command, env=environment, capture_output=True, text=True,
                                 timeout=self.options.timeout)
        except subprocess.TimeoutExpired:
            self._say(row, f"{who} ({threads}): over {self.options.timeout:.0f} s")
            return None
        if ran.returncode != 0:
            reason = (ran.stderr.strip().splitlines() or ["no word"])[-1]
            self._say(row, f"{who}: {reason[:80]}")
            return None
        said = json.loads(ran.stdout)
        pairs = zip(said["seconds"], said["processor_seconds"])
        return [(clock * scale, processor * scale) for clock, processor in pairs]

    @staticmethod
    def _say(row, words):
        if words not in row.words:
            row.words.append(words)

    def _values(self, work, network, who):
        stem = self.scratch / f"{work.measure}-{network.folder.name}-{who}"
        if stem.with_suffix(".npy").exists():
            return numpy.load(stem.with_suffix(".npy"))
        if stem.with_suffix(".txt").exists():
            return numpy.loadtxt(stem.with_suffix(".txt"))
        return None

    def _compare(self, work, network, row):
        ours = self._values(work, network, "hubscope")
        if ours is None:
            return
        if (work.measure, network.name) in SAMPLED:
            self._compare_published(network, ours, row)
            return
        everyone = {who: self._values(work, network, who) for who in row.seconds}
        everyone = {who: values for who, values in everyone.items() if values is not None}
        if work.quality == "modularity":
            row.quality = {who: modularity(network, values) for who, values in everyone.items()}
            return
        if work.quality == "error":
            exact = self._exact(network)
            pairs = (len(exact) - 1) * (len(exact) - 2) / 2
            row.quality = {who: float(numpy.abs(values - exact).max() / pairs) for who, values in everyone.items()}
            row.agrees = bool(row.quality["hubscope"] <= 0.01)
            return
        for who, values in everyone.items():
            if who == "hubscope":
                continue
            row.differences[who] = difference(ours, values)
            if who in work.differing:
                self._say(row, f"{who} {work.differing[who]}")
            elif not row.differences[who] <= work.tolerance:
                row.agrees = False
                self._say(row, f"{who} differs by {row.differences[who]:.1e}, allowed {work.tolerance:.0e}")

    def _compare_published(self, network, ours, row):
        """The first twenty and the sum of all, by igraph in a quarter of an hour."""
        published = json.loads((self.networks.reference / "oracles" / "cordis_h2020_betweenness.json").read_text())
        first = numpy.sort(ours)[::-1][: len(published["top20"])]
        expected = numpy.array([value for _, value in published["top20"]])
        # written with four decimals
        row.differences["published, first 20"] = float(numpy.abs(first - expected).max())
        row.differences["published, sum"] = abs(ours.sum() - published["sum"]) / published["sum"]
        agrees = row.differences["published, first 20"] <= 1e-3 and row.differences["published, sum"] <= 1e-9
        # a plain bool, which JSON knows
        row.agrees = bool(agrees)

    def _exact(self, network):
        out = self.scratch / f"exact-{network.folder.name}.txt"
        command = [self.options.kernels, *network.kernel_arguments, "--measure", "betweenness", "--out", out]
        subprocess.run(command, check=True, capture_output=True)
        return numpy.loadtxt(out)


def difference(ours, theirs):
    """The largest |a − b| over the larger of 1 and |b|; infinite where one is defined and the other is not."""
    if len(ours) != len(theirs) or (numpy.isnan(ours) != numpy.isnan(theirs)).any():
        return float("inf")
    defined = ~numpy.isnan(ours)
    gap = numpy.abs(ours - theirs)[defined] / numpy.maximum(1.0, numpy.abs(theirs[defined]))
    return float(gap.max(initial=0.0))


def modularity(network, membership):
    edges, strengths, _ = network.load()
    _, group = numpy.unique(membership, return_inverse=True)
    total = strengths.sum()
    inside = strengths[group[edges[:, 0]] == group[edges[:, 1]]].sum() / total
    degree = numpy.bincount(group[edges].ravel(), weights=numpy.repeat(strengths, 2))
    return float(inside - ((degree / (2 * total)) ** 2).sum())


def seconds_of(by_threads):
    shown = [f"{by_threads[count]:.3g}" for count in sorted(by_threads)]
    return " / ".join(shown)


def table(rows):
    """The rows as Markdown."""
    lines = [
        "| measure | network | hubscope, s | others, s | fastest other | ratio | by processor time, 1 | target | largest difference | load | run |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        others = "; ".join(
            f"{who} {seconds_of(times)}" for who, times in row.seconds.items() if who != "hubscope"
        )
        best = [row.fastest(threads) for threads in (1, 2)]
        names = " / ".join(dict.fromkeys(one[0] for one in best if one))
        ratios = [row.ratio(threads) for threads in (1, 2)]
        shown = " / ".join("–" if ratio is None else f"{ratio:.3g}×" for ratio in ratios)
        steady = row.processor_ratio()
        steady = "–" if steady is None else f"{steady:.3g}×"
        target = "" if row.target is None else f"≥ {row.target:.2g}×"
        judged = {"1": row.processor_ratio(), "2": ratios[1]}
        missed = [threads for threads, ratio in judged.items() if ratio and row.target and ratio < row.target]
        found = "; ".join(f"{who} {value:.1e}" for who, value in row.differences.items())
        found = found or "; ".join(f"{who} {value:.4f}" for who, value in row.quality.items())
        found += "".join(f" ({word})" for word in row.words)
        lines.append(
            f"| {row.title} | {row.network} | {seconds_of(row.seconds.get('hubscope', {}))} | {others} | {names} | "
            f"{shown} | {steady} | {target}{' **missed** at ' + ' and '.join(missed) if missed else ''} | {found} | {row.load} | {row.when} |"
        )
    return "\n".join(lines)


def machine():
    model = re.search(r"model name\s*:\s*(.*)", Path("/proc/cpuinfo").read_text())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    name = model.group(1) if model else platform.processor()
    return f"{name}, {os.cpu_count()} cores, {memory:.0f} GiB, Linux {platform.release()}"


def versions(options):
    """The version of each tool; the tools that are not there."""
    found, absent = [], []
    for tool in TOOLS:
        python = options.graph_tool_python if tool == "graph-tool" else sys.executable
        ran = subprocess.run([python, HERE / "tools.py", "--tool", tool, "--version"], capture_output=True, text=True)
        if ran.returncode == 0:
            found.append(f"{tool} {json.loads(ran.stdout)}")
        else:
            absent.append(tool)
    return found, absent


def write(name, text):
    """Puts a text between the marks of its part of README.md."""
    file = HERE / "README.md"
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before, rest = file.read_text().split(begin)
    _, after = rest.split(end)
    file.write_text(f"{before}{begin}\n{text}\n{end}{after}")


def keep(rows, file):
    """Earlier rows of the same measure and network are replaced, others stay, in the order of the work list."""
    kept = [Row(**row) for row in json.loads(file.read_text())] if file.exists() else []
    by_place = {(row.measure, row.network): row for row in [*kept, *rows]}
    order = [(work.measure, network) for work in WORKS for network in work.targets]
    kept = [by_place[place] for place in order if place in by_place]
    file.write_text(json.dumps([vars(row) for row in kept], indent=1, ensure_ascii=False) + "\n")
    return kept


def built(arguments):
    """The bench and the program, built where they are not named."""
    if arguments.kernels and arguments.binary:
        return
    root = HERE.parent
    lines = subprocess.run(
        ["cargo", "bench", "--bench", "kernels", "--no-run", "--message-format=json"],
        cwd=root, check=True, capture_output=True, text=True,
    ).stdout.splitlines()
    made = [json.loads(line) for line in lines if '"executable":"' in line]
    by_name = {one["target"]["name"]: one["executable"] for one in made}
    arguments.kernels = arguments.kernels or by_name["kernels"]
    arguments.binary = arguments.binary or by_name["hubscope"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="small networks, one turn")
    parser.add_argument("--only", action="append", help="a measure of the work list")
    parser.add_argument("--network", action="append", help="a network of the work list")
    parser.add_argument("--write", action="store_true", help="keep the rows and write README.md")
    parser.add_argument("--kernels", help="the built bench; else cargo builds it")
    parser.add_argument("--binary", help="the built program; else cargo builds it")
    parser.add_argument("--work", default="/tmp/hubscope-peers", help="where networks are made")
    parser.add_argument("--graph-tool-python", default="/usr/bin/python3", help="a Python that has graph-tool")
    parser.add_argument("--timeout", type=float, default=300.0)
    options = parser.parse_args()
    options.threads = (1, 2)
    options.turns, options.long = (1, 0.0) if options.quick else (3, 20.0)
    if options.quick:
        options.timeout = min(options.timeout, 30.0)
        options.network = options.network or sorted(SMALL)
    built(options)
    Path(options.work).mkdir(parents=True, exist_ok=True)

    bench = Bench(options)
    found, absent = versions(options)
    print(f"{machine()}\n{', '.join(found)}" + (f"\nleft out, not installed: {', '.join(absent)}" if absent else ""))
    known = json.loads(subprocess.run([options.kernels, "--list", "yes"], check=True, capture_output=True, text=True).stdout)
    rows = []
    for work in WORKS:
        if options.only and work.measure not in options.only:
            continue
        if work.measure not in known:
            print(f"left out, not in the bench: {work.measure}")
            continue
        for name in work.targets:
            # every measure runs on the small networks when nothing else is quick enough
            if options.network and name not in options.network:
                continue
            network = bench.networks.get(name)
            if network is not None:
                rows.append(bench.row(work, network))
                print(table(rows[-1:]).splitlines()[-1], flush=True)
    if bench.networks.left_out:
        print(f"left out, HUBSCOPE_REFERENCE_DATA is not set: {', '.join(bench.networks.left_out)}")
    print(table(rows))
    if options.write:
        kept = keep(rows, HERE / "results.json")
        write("table", f"{machine()}; {', '.join(found)}\n\n{table(kept)}")
    if not all(row.agrees for row in rows):
        sys.exit("values differ: see the table")


if __name__ == "__main__":
    main()
