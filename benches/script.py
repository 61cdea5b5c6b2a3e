"""A researcher's script: what one writes with pandas and igraph to learn from a hub's attendance who stands how.

One window, no intervals, no nulls, no report. `whole.py` runs it beside `hubscope metrics`; by itself it prints
the seconds of each step: python benches/script.py HUB
"""

import json
import sys
import time
from pathlib import Path

import igraph
import numpy
import pandas


class Steps:
    """The seconds since the last step, by name."""

    def __init__(self):
        self.seconds, self.last = {}, time.perf_counter()

    def done(self, name):
        now = time.perf_counter()
        self.seconds[name], self.last = round(now - self.last, 4), now


def projection(attendance):
    """Pairs who shared events, each event of k adding 1/(k − 1) (Newman 2001)."""
    attendance = attendance.drop_duplicates()
    size = attendance.groupby("event_id")["stakeholder_id"].transform("size")
    attendance = attendance.assign(weight=1.0 / (size - 1).where(size > 1))
    attendance = attendance.dropna(subset="weight")
    pairs = attendance.merge(attendance[["event_id", "stakeholder_id"]], on="event_id", suffixes=("", "_other"))
    pairs = pairs[pairs["stakeholder_id"] < pairs["stakeholder_id_other"]]
    return pairs.groupby(["stakeholder_id", "stakeholder_id_other"], as_index=False)["weight"].sum()


def resource_allocation(graph, adjacency):
    """Scores of the pairs that are not tied: the sum of 1/degree over their shared partners (Zhou 2009)."""
    degree = numpy.maximum(numpy.array(graph.degree()), 1)
    scores = (adjacency / degree) @ adjacency
    missing = numpy.triu(adjacency == 0, 1)
    one, other = numpy.nonzero(missing)
    best = numpy.argsort(-scores[one, other])[:100]
    return [(int(one[at]), int(other[at]), float(scores[one[at], other[at]])) for at in best]


def main(hub):
    steps = Steps()
    attendance = pandas.read_csv(Path(hub) / "participations.csv", usecols=["stakeholder_id", "event_id"])
    people = pandas.read_csv(Path(hub) / "stakeholders.csv", usecols=["id"])
    steps.done("read")
    ties = projection(attendance)
    steps.done("project")
    graph = igraph.Graph.DataFrame(ties, directed=False, vertices=people, use_vids=False)
    weights = graph.es["weight"]
    lengths = [1.0 / weight for weight in weights]
    steps.done("build")
    values = pandas.DataFrame({"id": graph.vs["name"]})
    values["degree"], values["strength"] = graph.degree(), graph.strength(weights=weights)
    for name, measure in {
        "betweenness": lambda: graph.betweenness(directed=False),
        "weighted_betweenness": lambda: graph.betweenness(directed=False, weights=lengths),
        "closeness": graph.closeness,
        "harmonic": graph.harmonic_centrality,
        "pagerank": lambda: graph.pagerank(weights=weights),
        "eigenvector": lambda: graph.eigenvector_centrality(weights=weights),
        "core_number": graph.coreness,
        "constraint": lambda: graph.constraint(weights=weights),
        "clustering": lambda: graph.transitivity_local_undirected(mode="zero"),
        "community": lambda: graph.community_leiden("modularity", weights=weights, n_iterations=-1).membership,
    }.items():
        values[name] = measure()
        steps.done(name)
    resource_allocation(graph, graph.get_adjacency_sparse().toarray())
    steps.done("link_prediction")
    graph.articulation_points()
    steps.done("cut_points")
    print(json.dumps(steps.seconds))


if __name__ == "__main__":
    main(sys.argv[1])
