"""Which values do other tools give for brokerage, measures over groups, communities and the core?

In: the networks of generate.py; where a network has no groups, its nodes are dealt into three by their order. Out:
<network>_groups.json, in the same form. Brokerage from R with the package sna, participation and within-module z from
the Brain Connectivity Toolbox (which gives 0 where nothing is defined; that is null here), the largest modularity of all
partitions from igraph's integer programme, the best core from all cores there are:

    apt install r-cran-sna; pip install bctpy==0.6.1
    HUBSCOPE_REFERENCE_DATA=... python tests/oracle/groups.py
"""

import math
import subprocess
from itertools import combinations

import bct
import networkx
import numpy

from generate import IGRAPH, NETWORKX, Tools, networks, write

SNA = "sna 2.7-1"
BCT = f"bctpy {bct.__version__ if hasattr(bct, '__version__') else '0.6.1'}"
ALL_CORES = "numpy, all cores"

# the integer programme takes too long beyond
PROGRAMME = 40
CORES = 16

ROLES = ["coordinator", "itinerant", "representative", "gatekeeper", "liaison"]
BROKERAGE = """
suppressMessages(library(sna))
stopifnot(packageVersion("sna") == "2.7.1")
lines <- strsplit(readLines(file("stdin")), " ")
size <- as.integer(lines[[1]][1])
arcs <- matrix(0, size, size)
for (line in lines[-(1:2)]) arcs[as.integer(line[1]), as.integer(line[2])] <- 1
found <- brokerage(arcs, lines[[2]])
for (part in list(found$raw.nli, found$exp.nli, found$z.nli))
  for (role in 1:5) cat(formatC(part[, role], digits = 17, format = "g"), "\\n")
"""


def brokerage(network, arcs, direction):
    """Counts, expectations and z by role; what is not finite is null."""
    lines = [str(len(network["nodes"])), " ".join(map(str, network["groups"]))]
    lines += [f"{a + 1} {b + 1}" for a, b in arcs]
    ran = subprocess.run(["Rscript", "-e", BROKERAGE], input="\n".join(lines), capture_output=True, text=True, check=True)
    rows = [[float(value) for value in line.split()] for line in ran.stdout.splitlines()]
    for part, suffix in enumerate(("", "_expected", "_z")):
        for at, role in enumerate(ROLES):
            yield direction, role + suffix, SNA, rows[5 * part + at]


def over_groups(tools, groups):
    matrix = networkx.to_numpy_array(tools.U, nodelist=range(tools.n), weight="strength")
    labels = numpy.array(groups) + 1
    for suffix, ties in (("", (matrix > 0).astype(float)), ("_strength", matrix)):
        spread = bct.participation_coef(ties, labels)
        spread[ties.sum(axis=1) == 0] = math.nan
        yield "undirected", f"participation_coefficient{suffix}", BCT, spread.tolist()
        inside = bct.module_degree_zscore(ties, labels)
        for label in set(labels):
            own = ties[numpy.ix_(labels == label, labels == label)].sum(axis=1)
            if own.std() <= 1e-12 * own.max(initial=0):
                inside[labels == label] = math.nan
        yield "undirected", f"within_module_z{suffix}", BCT, inside.tolist()
    networkx.set_node_attributes(tools.U, dict(enumerate(groups)), "group")
    mixing = networkx.attribute_assortativity_coefficient(tools.U, "group")
    yield "undirected", "assortativity", NETWORKX, mixing
    yield "undirected", "assortativity", IGRAPH, tools.u.assortativity_nominal(groups, directed=False)


def best_core(tools):
    """The largest correlation with the pattern of any core."""
    pairs = list(combinations(range(tools.n), 2))
    tied = numpy.array([tools.U.has_edge(*pair) for pair in pairs], dtype=float)
    one, other = (numpy.array(ends) for ends in zip(*pairs))
    if tied.all() or not tied.any():
        return math.nan
    best = -1.0
    for core in range(1, 2**tools.n):
        if core.bit_count() <= tools.n - 2:
            pattern = ((core >> one | core >> other) & 1).astype(float)
            best = max(best, numpy.corrcoef(tied, pattern)[0, 1])
    return best


def cases(network):
    tools = Tools(network)
    both = [(a, b) for pair in tools.U.edges() for a, b in (pair, pair[::-1])]
    yield from brokerage(network, both, "undirected")
    if network["directed"]:
        yield from brokerage(network, tools.G.edges(), "directed")
    yield from over_groups(tools, network["groups"])
    if tools.n <= PROGRAMME and tools.U.number_of_edges() <= 150:
        best = tools.u.community_optimal_modularity(weights="strength")
        yield "undirected", "modularity", f"{IGRAPH}, all partitions", tools.u.modularity(best, weights="strength")
    if tools.n <= CORES:
        yield "undirected", "core_periphery_fit", ALL_CORES, best_core(tools)


def finite(values):
    return [value if math.isfinite(value) else math.nan for value in values] if isinstance(values, list) else values


def written(network):
    if None in network["groups"]:
        network["groups"] = [node % 3 for node in range(len(network["nodes"]))]
    found = ((direction, "hops", measure, tool, finite(values)) for direction, measure, tool, values in cases(network))
    return write(network, found, "_groups")


def main():
    print(sum(written(network) for network in networks()), "cases")


if __name__ == "__main__":
    main()
