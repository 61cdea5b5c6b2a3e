"""What does another tool make of shared events? Writes southern_women.json beside this script.

In: Davis' southern women from the folder HUBSCOPE_REFERENCE_DATA/classics (MIT, networkdata). Out: the network and, for
each two who share an event, how many they share and the chance of sharing at least so many: by SDSM, with the
probabilities of bicm's bipartite configuration model, and by the hypergeometric distribution of scipy.

    pip install bicm==3.4.0 scipy
    HUBSCOPE_REFERENCE_DATA=... python tests/oracle/two_mode/generate.py
"""

import csv
import json
import os
from importlib.metadata import version
from pathlib import Path

import numpy
from bicm import BipartiteGraph
from scipy.stats import hypergeom

HERE = Path(__file__).parent


def poisson_binomial_tail(chances, least):
    """By the discrete Fourier transform of the distribution (Hong 2013), as bicm does it."""
    n = len(chances)
    turns = numpy.exp(2j * numpy.pi * numpy.arange(n + 1) / (n + 1))
    values = numpy.prod(1 + chances[None, :] * (turns[:, None] - 1), axis=1)
    return float(numpy.real(numpy.fft.fft(values) / (n + 1))[least:].sum())


def main():
    folder = Path(os.environ["HUBSCOPE_REFERENCE_DATA"]) / "classics"
    with open(folder / "southern_women_edges.csv", encoding="utf-8") as file:
        rows = [(row["source"], row["target"]) for row in csv.DictReader(file)]
    people, events = sorted({a for a, _ in rows}), sorted({b for _, b in rows})
    matrix = numpy.zeros((len(people), len(events)), dtype=int)
    for a, b in rows:
        matrix[people.index(a), events.index(b)] = 1
    graph = BipartiteGraph(biadjacency=matrix)
    graph.solve_tool(tol=1e-14, linsearch=True, verbose=False, print_error=False, method="newton")
    chances = graph.get_bicm_matrix()
    missed = max(abs(chances.sum(1) - matrix.sum(1)).max(), abs(chances.sum(0) - matrix.sum(0)).max())
    pairs = []
    for i in range(len(people)):
        for j in range(i + 1, len(people)):
            shared = int((matrix[i] & matrix[j]).sum())
            if shared:
                sdsm = poisson_binomial_tail(chances[i] * chances[j], shared)
                fixed = float(hypergeom.sf(shared - 1, len(events), matrix[i].sum(), matrix[j].sum()))
                pairs.append([i, j, shared, sdsm, fixed])
    document = {
        "network": "southern_women",
        "source": "Davis, Gardner & Gardner 1941, from networkdata",
        "licence": "MIT",
        "tools": [f"bicm {version('bicm')} (margins missed by at most {missed:.1e})", f"scipy {version('scipy')}"],
        "people": people,
        "events": len(events),
        "attendance": [[int(i), int(e)] for i, e in zip(*numpy.nonzero(matrix))],
        "pairs": pairs,
    }
    head, tail = {k: v for k, v in document.items() if k != "pairs"}, ",\n".join(json.dumps(p) for p in pairs)
    (HERE / "southern_women.json").write_text(f'{json.dumps(head)[:-1]}, "pairs": [\n{tail}\n]}}\n', encoding="utf-8")
    print(len(pairs), "pairs, margins missed by at most", missed)


if __name__ == "__main__":
    main()
