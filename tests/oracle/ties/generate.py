"""Which values of ties do other tools give? Writes edge_betweenness.json beside this script.

In: the networks of ../generate.py. Out: for each network, tool and path length, the edge betweenness of each tie in the
order of its ends. As there, 1/strength is handed over as the length; by inverse strength NetworkX gets lengths as
fractions, for with doubles it tells lengths apart that differ by rounding alone.

    HUBSCOPE_REFERENCE_DATA=... python tests/oracle/ties/generate.py
"""

import json
import os
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import networkx  # noqa: E402

from generate import CLASSICS, EXACT, IGRAPH, NETWORKX, Tools, classic, made_networks  # noqa: E402


def cases(tools):
    U, u = tools.U, tools.u
    pairs = sorted((min(a, b), max(a, b)) for a, b in U.edges())
    for length, weight, tool in (("hops", None, NETWORKX), ("inverse_strength", "exact", EXACT)):
        found = networkx.edge_betweenness_centrality(U, weight=weight, normalized=False)
        yield length, tool, [float(found[pair] if pair in found else found[pair[::-1]]) for pair in pairs]
    for length, weight in (("hops", None), ("inverse_strength", "length")):
        values = u.edge_betweenness(directed=False, weights=weight)
        by_pair = {tuple(sorted(edge.tuple)): value for edge, value in zip(u.es, values)}
        yield length, IGRAPH, [by_pair[pair] for pair in pairs]


def main():
    folder = Path(os.environ["HUBSCOPE_REFERENCE_DATA"]) / "classics"
    networks = [classic(folder, name) for name in CLASSICS] + list(made_networks())
    found = [
        {"network": network["network"], "path_length": length, "tool": tool, "values": values}
        for network in networks
        for length, tool, values in cases(Tools(network))
    ]
    lines = ",\n".join(json.dumps(case) for case in found)
    (HERE / "edge_betweenness.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(len(found), "cases")


if __name__ == "__main__":
    main()
