"""Which values do other tools give for standing, clustering, structural holes and two-mode measures?

In: the networks of generate.py, two published two-mode ones from the same folder and one made here. Out:
<network>_standing.json, in the same form; two-mode networks hold their attendance as [stakeholder, event] and ties by
Newman's rule. Made as generate.py:

    HUBSCOPE_REFERENCE_DATA=... python tests/oracle/standing.py
"""

import csv
import math
import random
from itertools import combinations

import networkx
from networkx import bipartite

from generate import IGRAPH, NETWORKX, Tools, made, networks, reference, write

TWO_MODE = {
    "southern_women": ("Davis, Gardner & Gardner 1941, from networkdata", "MIT"),
    "ceos_clubs": ("Galaskiewicz 1985, from networkdata", "MIT"),
}


def two_mode(folder, name):
    """One published two-mode network: stakeholders and events in order of name."""
    with open(folder / f"{name}_edges.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    names, events = sorted({r["source"] for r in rows}), sorted({r["target"] for r in rows})
    attendance = sorted({(names.index(r["source"]), events.index(r["target"])) for r in rows})
    source, licence = TWO_MODE[name]
    return with_attendance(name, source, licence, names, attendance)


def with_attendance(name, source, licence, names, attendance):
    ties = []
    for event in sorted({event for _, event in attendance}):
        present = [node for node, other in attendance if other == event]
        ties += [[a, b, 1 / (len(present) - 1)] for a, b in combinations(present, 2)]
    return {
        "network": name,
        "source": source,
        "licence": licence,
        "directed": False,
        "nodes": names,
        "groups": [None] * len(names),
        "ties": ties,
        "attendance": attendance,
        "events": max(event for _, event in attendance) + 1,
    }


def made_two_mode():
    """Two large events and many small ones; some alone, some nowhere, one event nobody's."""
    draw = random.Random(11)
    attendance = set()
    for event in range(30):
        size = 25 if event < 2 else draw.choice([1, 2, 3, 4, 6])
        attendance |= {(node, event) for node in draw.sample(range(60), size) if event != 17}
    names = [str(node) for node in range(64)]
    return with_attendance("hub", "drawn with seed 11", "MIT OR Apache-2.0", names, sorted(attendance))


def standing(tools, directed):
    for direction, G, g in views(tools, directed):
        values = networkx.pagerank(G, weight="strength", tol=1e-16, max_iter=10_000)
        yield direction, "pagerank", NETWORKX, tools.vector(values)
        yield direction, "pagerank", IGRAPH, g.pagerank(weights="strength")
    largest = max(networkx.connected_components(tools.U), key=len)
    for measure, weight in (("eigenvector", "strength"), ("eigenvector_binary", None)):
        values = networkx.eigenvector_centrality_numpy(tools.U.subgraph(sorted(largest)), weight=weight)
        yield "undirected", measure, NETWORKX, [values.get(node) for node in range(tools.n)]
        inside = tools.u.induced_subgraph(sorted(largest))
        values = inside.eigenvector_centrality(weights=weight)
        length = math.sqrt(sum(value * value for value in values))
        found = dict(zip(sorted(largest), (value / length for value in values)))
        yield "undirected", measure, IGRAPH, [found.get(node) for node in range(tools.n)]
    if directed:
        weighted = networkx.DiGraph()
        weighted.add_nodes_from(range(tools.n))
        weighted.add_weighted_edges_from(tools.G.edges(data="strength"))
        hubs, authorities = networkx.hits(weighted, max_iter=100_000, tol=1e-15)
        yield "directed", "hub", NETWORKX, tools.vector(hubs)
        yield "directed", "authority", NETWORKX, tools.vector(authorities)
        for measure, values in (
            ("hub", tools.g.hub_score(weights="strength")),
            ("authority", tools.g.authority_score(weights="strength")),
        ):
            yield "directed", measure, IGRAPH, [value / sum(values) for value in values]


def views(tools, directed):
    yield "undirected", tools.U, tools.u
    if directed:
        yield "directed", tools.G, tools.g


def circles(tools):
    U, u = tools.U, tools.u
    yield "undirected", "clustering", NETWORKX, tools.vector(networkx.clustering(U))
    yield "undirected", "clustering", IGRAPH, u.transitivity_local_undirected(mode="zero")
    yield "undirected", "transitivity", NETWORKX, networkx.transitivity(U)
    yield "undirected", "transitivity", IGRAPH, u.transitivity_undirected()
    yield "undirected", "mean_clustering", NETWORKX, networkx.average_clustering(U)
    yield "undirected", "mean_clustering", IGRAPH, u.transitivity_avglocal_undirected(mode="zero")
    pairs = sorted(tuple(sorted(pair)) for pair in U.edges)
    shared = [len(list(networkx.common_neighbors(U, a, b))) for a, b in pairs]
    yield "undirected", "embeddedness", NETWORKX, shared
    cocited = u.cocitation()
    yield "undirected", "embeddedness", IGRAPH, [cocited[a][b] for a, b in pairs]
    yield "undirected", "overlap", NETWORKX, [overlap(U, a, b) for a, b in pairs]
    assortativity = networkx.degree_pearson_correlation_coefficient(U)
    yield "undirected", "degree_assortativity", NETWORKX, assortativity
    yield "undirected", "degree_assortativity", IGRAPH, u.assortativity_degree(directed=False)
    pieces = [len(piece) for piece in networkx.connected_components(U)]
    apart = 1 - sum(size * (size - 1) for size in pieces) / (tools.n * (tools.n - 1))
    yield "undirected", "fragmentation", NETWORKX, apart


def overlap(U, a, b):
    without = U.copy()
    without.remove_edge(a, b)
    if not set(without[a]) | set(without[b]):
        return math.nan
    return next(networkx.jaccard_coefficient(without, [(a, b)]))[2]


def holes(tools):
    """From the ties with both directions added: NetworkX leaves nodes out of whom no arc leaves."""
    U = tools.U
    size = networkx.effective_size(U, nodes=list(U), weight="strength")
    yield "undirected", "effective_size", NETWORKX, tools.vector(size)
    share = [size[node] / U.degree(node) if U.degree(node) else math.nan for node in U]
    yield "undirected", "efficiency", NETWORKX, share
    yield "undirected", "hierarchy", NETWORKX, [hierarchy(U, node) for node in U]


def hierarchy(U, node):
    terms = [networkx.local_constraint(U, node, other, weight="strength") for other in U[node]]
    if len(terms) < 2:
        return math.nan
    ratios = [term * len(terms) / sum(terms) for term in terms]
    return sum(ratio * math.log(ratio) for ratio in ratios) / (len(terms) * math.log(len(terms)))


def arcs(tools):
    yield "directed", "reciprocity", NETWORKX, networkx.overall_reciprocity(tools.G)
    yield "directed", "reciprocity", IGRAPH, tools.g.reciprocity()


def both_modes(network):
    B = networkx.Graph()
    stakeholders = range(len(network["nodes"]))
    B.add_nodes_from(stakeholders)
    B.add_edges_from((node, f"event {event}") for node, event in network["attendance"])
    newman = bipartite.collaboration_weighted_projected_graph(B, stakeholders)
    size = networkx.average_neighbor_degree(B, nodes=stakeholders)
    closeness = bipartite.closeness_centrality(B, stakeholders)
    betweenness = bipartite.betweenness_centrality(B, stakeholders)
    yield "undirected", "events", NETWORKX, [B.degree(node) for node in stakeholders]
    yield "undirected", "event_strength", NETWORKX, [newman.degree(node, weight="weight") for node in stakeholders]
    means = [size[node] if B.degree(node) else math.nan for node in stakeholders]
    yield "undirected", "mean_event_size", NETWORKX, means
    yield "undirected", "two_mode_closeness", NETWORKX, [closeness[node] for node in stakeholders]
    yield "undirected", "two_mode_betweenness", NETWORKX, [betweenness[node] for node in stakeholders]
    yield "undirected", "strength", NETWORKX, [newman.degree(node, weight="weight") for node in stakeholders]


def cases(network):
    tools = Tools(network)
    yield from standing(tools, network["directed"])
    yield from circles(tools)
    yield from holes(tools)
    if network["directed"]:
        yield from arcs(tools)
    if "attendance" in network:
        yield from both_modes(network)
        yield "undirected", "constraint", NETWORKX, tools.vector(networkx.constraint(tools.U, weight="strength"))
        yield "undirected", "constraint", IGRAPH, tools.u.constraint(weights="strength")


def known(values):
    return [math.nan if value is None else value for value in values] if isinstance(values, list) else values


def written(network):
    found = ((direction, "hops", measure, tool, known(values)) for direction, measure, tool, values in cases(network))
    return write(network, found, "_standing")


def main():
    every = networks() + [two_mode(reference(), name) for name in TWO_MODE] + [made_two_mode()]
    # the case in which NetworkX without `nodes` divides by the wrong largest strength
    every.append(made("probe", "tests of effective size", 3, [(0, 1, 2.0), (0, 2, 3.0), (1, 2, 8.0)]))
    print(sum(written(network) for network in every), "cases")


if __name__ == "__main__":
    main()
