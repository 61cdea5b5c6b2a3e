"""What is left of a network without each of its members, by networkx?

In: undirected networks of the folder above, and the attendance of Davis, Gardner & Gardner 1941 with made-up hosts. Out:
continuity.json beside this script: for each member those who no longer reach the largest part left of their component,
fragmentation and global efficiency of what is left; the largest biconnected part and its vertex connectivity. In the
two-mode network a member takes along the events that it alone hosts, and ties are made anew from those left: two members
are tied who share two events or one of at most eight participants. Made with networkx 3.6.1:

    python tests/oracle/continuity/generate.py
"""

import json
from itertools import combinations
from pathlib import Path

import networkx

HERE = Path(__file__).parent
NETWORKS = ["kite", "flo_marriage", "flo_business", "karate", "pieces", "random"]


def fragmentation(graph):
    n = graph.number_of_nodes()
    if n < 2:
        return None
    reached = sum(len(piece) * (len(piece) - 1) for piece in networkx.connected_components(graph))
    return 1 - reached / (n * (n - 1))


def efficiency(graph):
    return networkx.global_efficiency(graph) if graph.number_of_nodes() > 1 else None


def stranded(before, after):
    """Over the components as they were: members left, less the largest piece of them."""
    cut_off = 0
    for component in networkx.connected_components(before):
        left = after.subgraph(component & set(after))
        pieces = [len(piece) for piece in networkx.connected_components(left)]
        cut_off += sum(pieces) - max(pieces, default=0)
    return cut_off


def what_is_left(before, after):
    return {
        "stranded": stranded(before, after),
        "fragmentation": fragmentation(after),
        "efficiency": efficiency(after),
    }


def without(graph, node):
    left = graph.copy()
    left.remove_node(node)
    return left


def of_folder(name):
    oracle = json.loads((HERE.parent / f"{name}.json").read_text(encoding="utf-8"))
    graph = networkx.Graph()
    graph.add_nodes_from(range(len(oracle["nodes"])))
    graph.add_edges_from((a, b) for a, b, _ in oracle["ties"] if a != b)
    return graph


def made():
    """Networks that it takes three or more to split."""
    yield "hypercube", networkx.convert_node_labels_to_integers(networkx.hypercube_graph(4), ordering="sorted")
    yield "regular", networkx.random_regular_graph(5, 24, seed=3)
    for seed in range(4):
        yield f"drawn_{seed}", networkx.gnp_random_graph(18, 0.4, seed=seed)
    joined = networkx.disjoint_union(networkx.gnp_random_graph(12, 0.8, seed=1), networkx.gnp_random_graph(12, 0.8, seed=2))
    joined.add_edges_from([(0, 12), (1, 13), (2, 14), (3, 14)])
    yield "two_groups", joined


def one_mode(name, graph):
    blocks = list(networkx.biconnected_components(graph))
    core = graph.subgraph(max(blocks, key=lambda block: (len(block), [-node for node in sorted(block)])))
    return {
        "network": name,
        "nodes": graph.number_of_nodes(),
        "ties": sorted(sorted(tie) for tie in graph.edges),
        "before": {"fragmentation": fragmentation(graph), "efficiency": efficiency(graph)},
        "without": [what_is_left(graph, without(graph, node)) for node in sorted(graph)],
        "core": core.number_of_nodes(),
        "connectivity": networkx.node_connectivity(core),
        "complete": core.number_of_edges() == core.number_of_nodes() * (core.number_of_nodes() - 1) // 2,
    }


def projected(women, events, gone_woman=None, gone_events=()):
    graph = networkx.Graph()
    graph.add_nodes_from(woman for woman in range(women) if woman != gone_woman)
    for a, b in combinations(sorted(graph), 2):
        shared = [came for event, came in events.items() if event not in gone_events and a in came and b in came]
        if len(shared) > 1 or any(len(came) <= 8 for came in shared):
            graph.add_edge(a, b)
    return graph


def two_mode():
    oracle = json.loads((HERE.parent / "southern_women_standing.json").read_text(encoding="utf-8"))
    women, attendance = len(oracle["nodes"]), oracle["attendance"]
    # so few left that losses show: every third row is kept, and whoever came first hosts
    attendance = [row for place, row in enumerate(sorted(attendance)) if place % 3 != 1]
    events = {event: {w for w, e in attendance if e == event} for event in sorted({e for _, e in attendance})}
    hosts = {event: sorted(came)[event % min(3, len(came))] for event, came in events.items()}
    whole = projected(women, events)
    rows = []
    for woman in range(women):
        stops = [event for event, host in hosts.items() if host == woman]
        after = projected(women, events, woman, stops)
        row = what_is_left(whole, after)
        row["stranded_if_carried_on"] = stranded(whole, projected(women, events, woman))
        row["ties_lost"] = whole.number_of_edges() - after.number_of_edges()
        row["stopped"] = len(stops)
        rows.append(row)
    return {
        "women": women,
        "attendance": attendance,
        "hosts": [[event, host] for event, host in hosts.items()],
        "before": {"fragmentation": fragmentation(whole), "efficiency": efficiency(whole), "ties": whole.number_of_edges()},
        "without": rows,
    }


if __name__ == "__main__":
    found = {
        "tool": f"networkx {networkx.__version__}",
        "one_mode": [one_mode(name, of_folder(name)) for name in NETWORKS] + [one_mode(*one) for one in made()],
        "two_mode": two_mode(),
    }
    (HERE / "continuity.json").write_text(json.dumps(found, separators=(",", ":")) + "\n", encoding="utf-8")
