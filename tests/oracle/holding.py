"""Which values do other tools give for ties and for how a network holds together?

In: the networks of generate.py. Out: <network>_holding.json, in the same form; values of ties stand in the order of their
ends. Made as generate.py, with scipy 1.17 besides:

    HUBSCOPE_REFERENCE_DATA=... python tests/oracle/holding.py
"""


import networkx
import scipy
from scipy.integrate import quad

from generate import IGRAPH, NETWORKX, Tools, networks, write

SCIPY = f"scipy {scipy.__version__}"


def bridges(tools):
    U, u = tools.U, tools.u
    pairs = sorted(tuple(sorted(edge)) for edge in U.edges())
    found = {tuple(sorted(edge)) for edge in networkx.bridges(U)}
    yield "undirected", "hops", "bridge", NETWORKX, [int(pair in found) for pair in pairs]
    yield "undirected", "hops", "bridges", NETWORKX, len(found)
    found = {tuple(sorted(u.es[edge].tuple)) for edge in u.bridges()}
    yield "undirected", "hops", "bridge", IGRAPH, [int(pair in found) for pair in pairs]
    yield "undirected", "hops", "bridges", IGRAPH, len(found)
    blocks = max(map(len, networkx.biconnected_components(U)), default=0)
    yield "undirected", "hops", "largest_biconnected_share", NETWORKX, blocks / tools.n
    blocks = max(map(len, u.biconnected_components()), default=0)
    yield "undirected", "hops", "largest_biconnected_share", IGRAPH, blocks / tools.n


def edge_betweenness(tools):
    U, u = tools.U, tools.u
    pairs = sorted(tuple(sorted(edge)) for edge in U.edges())
    exact = networkx.edge_betweenness_centrality(U, weight="exact", normalized=False)
    exact = {tuple(sorted(edge)): value for edge, value in exact.items()}
    yield "undirected", "inverse_strength", "edge_betweenness", f"{NETWORKX}, fractions", [exact[pair] for pair in pairs]
    found = networkx.edge_betweenness_centrality(U, normalized=False)
    found = {tuple(sorted(edge)): value for edge, value in found.items()}
    yield "undirected", "hops", "edge_betweenness", NETWORKX, [found[pair] for pair in pairs]
    found = dict(zip((tuple(sorted(edge.tuple)) for edge in u.es), u.edge_betweenness(directed=False)))
    yield "undirected", "hops", "edge_betweenness", IGRAPH, [found[pair] for pair in pairs]


def robustness(tools):
    """Step by step: whoever has most ties left leaves, of equal ones the smallest."""
    left, sizes = tools.U.copy(), 0
    while len(left):
        left.remove_node(min(left, key=lambda node: (-left.degree(node), node)))
        sizes += max(map(len, networkx.connected_components(left)), default=0)
    yield "undirected", "hops", "robustness", NETWORKX, sizes / tools.n**2


def share(strength, total, ties):
    """1 − (k − 1) ∫ (1 − x)^(k − 2) dx from 0 to w/s (Serrano, Boguñá & Vespignani 2009, equation 2)."""
    if ties < 2:
        return 1.0
    area, _ = quad(lambda x: (1 - x) ** (ties - 2), 0, strength / total, epsabs=1e-14, epsrel=1e-14)
    return 1 - (ties - 1) * area


def disparity(tools, directed):
    U, G = tools.U, tools.G

    def at(graph, node, strength):
        return share(strength, graph.degree(node, weight="strength"), graph.degree(node))

    pairs = sorted((min(a, b), max(a, b), w) for a, b, w in U.edges(data="strength"))
    yield "undirected", "hops", "disparity_p", SCIPY, [min(at(U, a, w), at(U, b, w)) for a, b, w in pairs]
    if directed:
        out = {node: (G.out_degree(node, weight="strength"), G.out_degree(node)) for node in G}
        into = {node: (G.in_degree(node, weight="strength"), G.in_degree(node)) for node in G}
        arcs = sorted(G.edges(data="strength"))
        yield "directed", "hops", "disparity_p", SCIPY, [min(share(w, *out[a]), share(w, *into[b])) for a, b, w in arcs]
        found = {tuple(sorted(edge)) for edge in networkx.bridges(U)}
        yield "directed", "hops", "bridge", NETWORKX, [int(tuple(sorted((a, b))) in found) for a, b, _ in arcs]


def cases(network):
    tools = Tools(network)
    yield from bridges(tools)
    yield from edge_betweenness(tools)
    yield from robustness(tools)
    yield from disparity(tools, network["directed"])


def main():
    print(sum(write(network, cases(network), "_holding") for network in networks()), "cases")


if __name__ == "__main__":
    main()
