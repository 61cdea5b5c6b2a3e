"""Which values do other tools give? Writes one file per network beside this script.

In: the networks below, and small published ones from the folder HUBSCOPE_REFERENCE_DATA/classics (only those whose
licence allows a copy). Out: <network>.json with the network itself and, for each measure, tool and convention, the
values. Made with networkx 3.6.1 and igraph 1.0.0 on Python 3.11:

    pip install networkx==3.6.1 igraph==1.0.0
    HUBSCOPE_REFERENCE_DATA=... python tests/oracle/generate.py

Both tools read weights as lengths in paths, so 1/strength is handed to them there; NetworkX once more with lengths as
fractions, in which paths of equal length are equal without any rounding.
"""

import csv
import json
import math
import os
import random
from fractions import Fraction
from pathlib import Path

import igraph
import networkx

HERE = Path(__file__).parent
NETWORKX = f"networkx {networkx.__version__}"
EXACT = f"{NETWORKX}, fractions"
IGRAPH = f"igraph {igraph.__version__}"

# file stem: (directed, column of strengths, nodes file and its column of groups, source, licence)
CLASSICS = {
    "kite": (False, None, None, "Krackhardt 1990, from networkx", "BSD-3-Clause"),
    "flo_marriage": (False, None, ("flo_marriage_nodes", None), "Padgett, from networkdata", "MIT"),
    "flo_business": (False, None, ("flo_business_nodes", None), "Padgett, from networkdata", "MIT"),
    "karate": (False, None, None, "Zachary 1977, from networkdata", "MIT"),
    "karate_weighted": (False, "weight", None, "Zachary 1977, from networkx", "BSD-3-Clause"),
    "knoke_information": (True, None, ("knoke_nodes", "sector"), "Knoke & Wood 1981", "UCINET classic"),
    "knoke_money": (True, None, ("knoke_nodes", "sector"), "Knoke & Wood 1981", "UCINET classic"),
    "ht_advice": (True, None, ("ht_advice_nodes", "dept"), "Krackhardt 1987, from networkdata", "MIT"),
    "ht_friends": (True, None, ("ht_friends_nodes", "dept"), "Krackhardt 1987, from networkdata", "MIT"),
    "ht_reports": (True, None, ("ht_reports_nodes", "dept"), "Krackhardt 1987, from networkdata", "MIT"),
    "eies_messages": (True, "weight", ("eies_messages_nodes", "Discipline"), "Freeman 1979, from networkdata", "MIT"),
}


def classic(folder, name):
    """One published network: nodes in order of name, ties without loops."""
    directed, column, nodes_file, source, licence = CLASSICS[name]
    with open(folder / f"{name}_edges.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    ties = [(r["source"], r["target"], float(r[column]) if column else 1.0) for r in rows]
    names, groups = {end for tie in ties for end in tie[:2]}, {}
    if nodes_file:
        with open(folder / f"{nodes_file[0]}.csv", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        names |= {row["name"] for row in rows}
        groups = {row["name"]: row[nodes_file[1]] for row in rows} if nodes_file[1] else {}
    names = sorted(names)
    place = {name: index for index, name in enumerate(names)}
    labels = sorted(set(groups.values()))
    return {
        "network": name,
        "source": source,
        "licence": licence,
        "directed": directed,
        "nodes": names,
        "groups": [labels.index(groups[name]) for name in names] if groups else [None] * len(names),
        "ties": [[place[a], place[b], w] for a, b, w in ties if a != b],
    }


def made(name, source, nodes, ties, directed=False):
    """A network made here."""
    return {
        "network": name,
        "source": source,
        "licence": "MIT OR Apache-2.0",
        "directed": directed,
        "nodes": [str(node) for node in range(nodes)],
        "groups": [None] * nodes,
        "ties": [list(tie) for tie in ties],
    }


def made_networks():
    """Probes of single conventions."""
    yield made("thirds", "1/3 + 1/3 + 1/3 beside 1", 4, [(0, 1, 3.0), (1, 2, 3.0), (2, 3, 3.0), (0, 3, 1.0)])
    yield made("tenths", "0.1 + 0.2 beside 0.3", 3, [(0, 1, 10.0), (1, 2, 5.0), (0, 2, 1 / 0.3)])
    letters = "ABCDEFG"
    burt = "AB2 AF3 AG5 AE2 EG8 FG3 BG4 BD1 DG3 GC10".split()
    ties = [(letters.index(tie[0]), letters.index(tie[1]), float(tie[2:])) for tie in burt]
    yield made("burt", "structural holes, after the tests of networkx", 7, ties)
    arcs = [(0, 1, 2.0), (0, 2, 2.0), (1, 0, 1.0), (2, 1, 1.0)]
    yield made("burt_directed", "structural holes, after the tests of networkx", 3, arcs, directed=True)
    pieces = [(0, 1, 1.0), (1, 2, 2.0), (3, 4, 0.5), (4, 5, 1.5), (5, 3, 2.5), (5, 6, 0.25)]
    yield made("pieces", "a path, a triangle with a tail, two isolates", 9, pieces)
    draw = random.Random(7)
    for directed in (False, True):
        pairs = [(a, b) for a in range(140) for b in range(140) if a != b and (directed or a < b)]
        ties = [(a, b, draw.choice([0.5, 1.0, 1.0, 2.0, 3.0, 7.0])) for a, b in draw.sample(pairs, 260)]
        name = "random_directed" if directed else "random"
        yield made(name, "260 ties drawn with seed 7", 140, ties, directed)


class Tools:
    """One network in both tools, as it is (`G`, `g`) and undirected with strengths added (`U`, `u`)."""

    def __init__(self, network):
        self.n = len(network["nodes"])
        both, one = {}, {}
        for a, b, w in network["ties"]:
            one[a, b] = one.get((a, b), 0.0) + w
            pair = (min(a, b), max(a, b))
            both[pair] = both.get(pair, 0.0) + w
        self.U, self.u = self.graphs(both, networkx.Graph(), False)
        self.G, self.g = self.graphs(one, networkx.DiGraph(), True) if network["directed"] else (self.U, self.u)

    def graphs(self, ties, graph, directed):
        graph.add_nodes_from(range(self.n))
        for (a, b), w in ties.items():
            graph.add_edge(a, b, strength=w, length=1 / w, exact=1 / Fraction(w).limit_denominator(1000))
        other = igraph.Graph(n=self.n, edges=list(ties), directed=directed)
        other.es["strength"] = list(ties.values())
        other.es["length"] = [1 / w for w in ties.values()]
        return graph, other

    def vector(self, values):
        return [values[node] for node in range(self.n)]


def degrees(tools, directed):
    yield "undirected", None, "degree", NETWORKX, tools.vector(tools.U.degree())
    yield "undirected", None, "degree", IGRAPH, tools.u.degree()
    yield "undirected", None, "strength", NETWORKX, tools.vector(tools.U.degree(weight="strength"))
    yield "undirected", None, "strength", IGRAPH, tools.u.strength(weights="strength")
    if directed:
        for way, of in (("in", tools.G.in_degree), ("out", tools.G.out_degree)):
            yield "directed", None, f"{way}_degree", NETWORKX, tools.vector(of())
            yield "directed", None, f"{way}_degree", IGRAPH, tools.g.degree(mode=way)
            yield "directed", None, f"{way}_strength", NETWORKX, tools.vector(of(weight="strength"))
            yield "directed", None, f"{way}_strength", IGRAPH, tools.g.strength(mode=way, weights="strength")


def paths(tools, direction):
    G, g = (tools.G, tools.g) if direction == "directed" else (tools.U, tools.u)
    others = max(tools.n - 1, 1)
    pairs = (tools.n - 1) * (tools.n - 2) / (1 if direction == "directed" else 2)
    exact = networkx.betweenness_centrality(G, weight="exact", normalized=False)
    yield direction, "inverse_strength", "betweenness_raw", EXACT, tools.vector(exact)
    for length, weight in (("hops", None), ("inverse_strength", "length")):
        raw = networkx.betweenness_centrality(G, weight=weight, normalized=False)
        share = networkx.betweenness_centrality(G, weight=weight)
        yield direction, length, "betweenness_raw", NETWORKX, tools.vector(raw)
        yield direction, length, "betweenness", NETWORKX, tools.vector(share)
        raw = g.betweenness(directed=direction == "directed", weights=weight)
        yield direction, length, "betweenness_raw", IGRAPH, raw
        yield direction, length, "betweenness", IGRAPH, [value / pairs for value in raw]
        ways = (("_in", "in"), ("_out", "out")) if direction == "directed" else (("", "all"),)
        for suffix, mode in ways:
            turned = G.reverse() if mode == "out" else G
            values = networkx.harmonic_centrality(turned, distance=weight)
            yield direction, length, f"harmonic{suffix}", NETWORKX, [values[v] / others for v in range(tools.n)]
            values = g.harmonic_centrality(mode=mode, weights=weight, normalized=True)
            yield direction, length, f"harmonic{suffix}", IGRAPH, values
            values = networkx.closeness_centrality(turned, distance=weight, wf_improved=True)
            yield direction, length, f"closeness{suffix}", NETWORKX, tools.vector(values)
            values = closeness(g, mode, weight)
            yield direction, length, f"closeness{suffix}", IGRAPH, values
        yield from whole_paths(G, g, direction, length, weight)


def closeness(g, mode, weight):
    """igraph divides by those reached alone; the share of those reached comes on top (Wasserman & Faust 1994)."""
    reached = [size - 1 for size in g.neighborhood_size(order=g.vcount(), mode=mode)]
    values = g.closeness(mode=mode, weights=weight, normalized=True)
    return [r / (g.vcount() - 1) * value if r else 0.0 for r, value in zip(reached, values)]


def whole_paths(G, g, direction, length, weight):
    """Figures of the whole network over its shortest paths."""
    directed, n = direction == "directed", g.vcount()
    found = networkx.all_pairs_dijkstra_path_length(G, weight=weight or (lambda *_: 1))
    lengths = [d for source, row in found for target, d in row.items() if source != target]
    yield direction, length, "mean_path_length", NETWORKX, math.fsum(lengths) / len(lengths)
    yield direction, length, "mean_path_length", IGRAPH, g.average_path_length(directed=directed, weights=weight)
    yield direction, length, "diameter", NETWORKX, max(lengths)
    yield direction, length, "diameter", IGRAPH, g.diameter(directed=directed, weights=weight)
    yield direction, length, "global_efficiency", NETWORKX, math.fsum(1 / d for d in lengths) / (n * (n - 1))
    nearness = g.harmonic_centrality(mode="out" if directed else "all", weights=weight, normalized=True)
    yield direction, length, "global_efficiency", IGRAPH, math.fsum(nearness) / n
    raw = g.betweenness(directed=directed, weights=weight)
    most = (n - 1) ** 2 * (n - 2) / (1 if directed else 2)  # of the middle of a star, centr_betw_tmax in R
    yield direction, length, "betweenness_centralization", IGRAPH, math.fsum(max(raw) - b for b in raw) / most


def structure(tools):
    U, u, G, g = tools.U, tools.u, tools.G, tools.g
    yield "undirected", None, "core_number", NETWORKX, tools.vector(networkx.core_number(U))
    yield "undirected", None, "core_number", IGRAPH, u.coreness()
    yield "undirected", None, "constraint", NETWORKX, tools.vector(networkx.constraint(G, weight="strength"))
    yield "undirected", None, "constraint", IGRAPH, g.constraint(weights="strength")
    for tool, cut in ((NETWORKX, set(networkx.articulation_points(U))), (IGRAPH, set(u.articulation_points()))):
        yield "undirected", None, "articulation", tool, [int(node in cut) for node in range(tools.n)]
        yield "undirected", None, "articulation_points", tool, len(cut)
    within = [len(networkx.single_source_shortest_path_length(U, node, cutoff=2)) - 1 for node in range(tools.n)]
    yield "undirected", None, "two_step_reach", NETWORKX, [reached / (tools.n - 1) for reached in within]
    within = [(size - 1) / (tools.n - 1) for size in u.neighborhood_size(order=2)]
    yield "undirected", None, "two_step_reach", IGRAPH, within
    yield "undirected", None, "stranded", NETWORKX, [stranded(U, node) for node in range(tools.n)]


def stranded(U, node):
    piece = networkx.node_connected_component(U, node) - {node}
    left = networkx.connected_components(U.subgraph(piece))
    return len(piece) - max(map(len, left), default=0)


def whole(tools, groups):
    U, u = tools.U, tools.u
    yield "undirected", None, "density", NETWORKX, networkx.density(U)
    yield "undirected", None, "density", IGRAPH, u.density()
    yield "undirected", None, "ties", NETWORKX, U.number_of_edges()
    yield "undirected", None, "ties", IGRAPH, u.ecount()
    yield "undirected", None, "mean_degree", IGRAPH, sum(u.degree()) / u.vcount()
    yield "undirected", None, "components", NETWORKX, networkx.number_connected_components(U)
    yield "undirected", None, "components", IGRAPH, len(u.connected_components())
    largest = max(map(len, networkx.connected_components(U)))
    yield "undirected", None, "largest_component_share", NETWORKX, largest / tools.n
    yield "undirected", None, "largest_component_share", IGRAPH, u.connected_components().giant().vcount() / tools.n
    if None not in groups:
        networkx.set_node_attributes(U, dict(enumerate(groups)), "group")
        mixing = networkx.attribute_mixing_matrix(U, "group", normalized=True)
        yield "undirected", None, "ei_index", NETWORKX, 1 - 2 * mixing.trace()


def plain(value):
    """NaN is not JSON: undefined is null."""
    if isinstance(value, list):
        return [plain(one) for one in value]
    value = float(value)
    return None if math.isnan(value) else value


def cases(network):
    tools = Tools(network)
    yield from degrees(tools, network["directed"])
    yield from paths(tools, "undirected")
    if network["directed"]:
        yield from paths(tools, "directed")
    yield from structure(tools)
    yield from whole(tools, network["groups"])


def write(network, cases, part=""):
    """The network and its cases (direction, path length, measure, tool, values), one a line; how many there are."""
    found = []
    for direction, length, measure, tool, values in cases:
        case = {"measure": measure, "direction": direction, "path_length": length or "hops", "tool": tool}
        found.append(case | {"values": plain(values)})
    lines = ",\n".join(json.dumps(case) for case in found)
    head = json.dumps(network, ensure_ascii=False)
    (HERE / f"{network['network']}{part}.json").write_text(f'{head[:-1]}, "cases": [\n{lines}\n]}}\n', encoding="utf-8")
    return len(found)


def reference():
    """The folder of the published networks."""
    return Path(os.environ["HUBSCOPE_REFERENCE_DATA"]) / "classics"


def networks():
    """The published networks and those made here."""
    return [classic(reference(), name) for name in CLASSICS] + list(made_networks())


def main():
    print(sum(write(network, cases(network)) for network in networks()), "cases")


if __name__ == "__main__":
    main()
