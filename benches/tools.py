"""How each other tool is asked for a measure: one class a tool, one method a measure, nothing but the call.

Run as a program it loads one network into one tool, runs one measure and prints one line of JSON; reading the network
and start-up stay outside the clock. `peers.py` calls it so, a process each, so that no tool disturbs another.
"""

import argparse
import importlib.metadata
import json
import time
from pathlib import Path

import numpy


class Igraph:
    """python-igraph: one thread."""

    package, many_threads = "igraph", False

    def __init__(self, edges, strengths, nodes, _threads):
        import igraph

        self.graph = igraph.Graph(n=nodes, edges=edges)
        self.strengths = strengths.tolist()
        self.lengths = (1.0 / strengths).tolist()

    def betweenness(self):
        return self.graph.betweenness(directed=False)

    def betweenness_of_some(self, sources):
        """Dependencies of some sources alone, for networks on which all would take too long."""
        return self.graph.betweenness(directed=False, sources=sources.tolist())

    def weighted_betweenness(self):
        return self.graph.betweenness(directed=False, weights=self.lengths)

    def closeness(self):
        # within each component; r − 1 reached of n − 1 others makes it Wasserman's and Faust's
        values = numpy.array(self.graph.closeness())
        return wasserman_faust(values, self.graph.connected_components().membership)

    def harmonic(self):
        return self.graph.harmonic_centrality()

    def pagerank(self):
        return self.graph.pagerank(damping=0.85, weights=self.strengths)

    def eigenvector(self):
        return self.graph.eigenvector_centrality(weights=self.strengths)

    def core_number(self):
        return self.graph.coreness()

    def constraint(self):
        return self.graph.constraint(weights=self.strengths)

    def clustering(self):
        return self.graph.transitivity_local_undirected(mode="zero")

    def articulation(self):
        return marked(self.graph.articulation_points(), self.graph.vcount())

    def communities(self):
        found = self.graph.community_leiden(objective_function="modularity", weights=self.strengths, n_iterations=-1)
        return found.membership


class Networkit:
    """networkit: as many threads as told."""

    package, many_threads = "networkit", True

    def __init__(self, edges, strengths, nodes, threads):
        import networkit

        networkit.setNumberOfThreads(threads)
        networkit.setSeed(1, True)
        self.kit = networkit
        ends = (edges[:, 0].astype(numpy.uint64), edges[:, 1].astype(numpy.uint64))
        self.graph = networkit.GraphFromCoo((numpy.ones(len(edges)), ends), n=nodes, weighted=False, directed=False)
        self.by_strength = networkit.GraphFromCoo((strengths, ends), n=nodes, weighted=True, directed=False)
        self.by_length = networkit.GraphFromCoo((1.0 / strengths, ends), n=nodes, weighted=True, directed=False)

    def betweenness(self):
        return numpy.array(self.kit.centrality.Betweenness(self.graph).run().scores()) / 2.0

    def weighted_betweenness(self):
        return numpy.array(self.kit.centrality.Betweenness(self.by_length).run().scores()) / 2.0

    def approximate_betweenness(self):
        n = self.graph.numberOfNodes()
        scores = self.kit.centrality.KadabraBetweenness(self.graph, 0.01, 0.1).run().scores()
        # of all pairs; each pair of others once, as ours
        return numpy.array(scores) * n * (n - 1) / 2

    def closeness(self):
        generalised = self.kit.centrality.ClosenessVariant.GENERALIZED
        return self.kit.centrality.Closeness(self.graph, True, generalised).run().scores()

    def harmonic(self):
        return self.kit.centrality.HarmonicCloseness(self.graph, normalized=True).run().scores()

    def pagerank(self):
        ranking = self.kit.centrality.PageRank(self.by_strength, damp=0.85, tol=1e-12)
        ranking.norm = self.kit.centrality.Norm.L1_NORM
        # what undirected sinks lose is not shared out; brought to a sum of 1 it is the same
        scores = numpy.array(ranking.run().scores())
        return scores / scores.sum()

    def pair_scores(self):
        """Resource allocation of the pairs without a tie that share a partner, in order."""
        prediction = self.kit.linkprediction
        pairs = prediction.MissingLinksFinder(self.graph).findAtDistance(2)
        found = prediction.ResourceAllocationIndex(self.graph).runOn(pairs)
        ordered = sorted(((min(pair), max(pair)), score) for pair, score in found)
        return numpy.array([score for _, score in ordered])

    def core_number(self):
        return self.kit.centrality.CoreDecomposition(self.graph).run().scores()

    def clustering(self):
        return self.kit.centrality.LocalClusteringCoefficient(self.graph, turbo=False).run().scores()

    def articulation(self):
        blocks = self.kit.components.BiconnectedComponents(self.graph).run().getComponents()
        held = numpy.zeros(self.graph.numberOfNodes())
        for block in blocks:
            held[list(block)] += 1
        return (held > 1).astype(float)

    def communities(self):
        found = self.kit.community.ParallelLeiden(self.by_strength, randomize=True)
        return found.run().getPartition().getVector()


class Rustworkx:
    """rustworkx: threads by RAYON_NUM_THREADS, which peers.py sets."""

    package, many_threads = "rustworkx", True

    def __init__(self, edges, strengths, nodes, _threads):
        import rustworkx

        self.rx = rustworkx
        self.graph = rustworkx.PyGraph()
        self.graph.add_nodes_from(range(nodes))
        self.graph.add_edges_from([(a, b, w) for (a, b), w in zip(edges.tolist(), strengths.tolist())])

    def betweenness(self):
        return listed(self.rx.betweenness_centrality(self.graph, normalized=False))

    def closeness(self):
        return listed(self.rx.closeness_centrality(self.graph))

    def core_number(self):
        return listed(self.rx.core_number(self.graph))

    def articulation(self):
        return marked(self.rx.articulation_points(self.graph), self.graph.num_nodes())


class Networkx:
    """NetworkX: one thread, pure Python; small networks only."""

    package, many_threads = "networkx", False

    def __init__(self, edges, strengths, nodes, _threads):
        import networkx

        self.nx = networkx
        self.graph = networkx.Graph()
        self.graph.add_nodes_from(range(nodes))
        ties = zip(edges.tolist(), strengths.tolist())
        self.graph.add_edges_from((a, b, {"weight": w, "length": 1.0 / w}) for (a, b), w in ties)

    def betweenness(self):
        return listed(self.nx.betweenness_centrality(self.graph, normalized=False))

    def weighted_betweenness(self):
        return listed(self.nx.betweenness_centrality(self.graph, normalized=False, weight="length"))

    def closeness(self):
        return listed(self.nx.closeness_centrality(self.graph))

    def harmonic(self):
        n = self.graph.number_of_nodes()
        return listed(self.nx.harmonic_centrality(self.graph)) / (n - 1)

    def pagerank(self):
        n = self.graph.number_of_nodes()
        return listed(self.nx.pagerank(self.graph, alpha=0.85, tol=1e-12 / n, max_iter=1000))

    def core_number(self):
        return listed(self.nx.core_number(self.graph))

    def constraint(self):
        return listed(self.nx.constraint(self.graph, weight="weight"))

    def effective_size(self):
        # without nodes NetworkX takes a matrix route that divides along the wrong axis (its issue 8906)
        return listed(self.nx.effective_size(self.graph, nodes=list(self.graph), weight="weight"))

    def clustering(self):
        return listed(self.nx.clustering(self.graph))

    def articulation(self):
        return marked(list(self.nx.articulation_points(self.graph)), self.graph.number_of_nodes())


class Scipy:
    """Formulas as products of sparse matrices: one thread."""

    package, many_threads = "scipy", False

    def __init__(self, edges, strengths, nodes, _threads):
        from scipy import sparse

        self.sparse = sparse
        rows, columns = numpy.concatenate([edges, edges[:, ::-1]]).T
        self.z = sparse.csr_array((numpy.tile(strengths, 2), (rows, columns)), shape=(nodes, nodes))
        self.a = self.z.astype(bool).astype(float)

    def pagerank(self):
        n = self.z.shape[0]
        strength = self.z.sum(axis=1)
        share = numpy.divide(1.0, strength, out=numpy.zeros(n), where=strength > 0)
        turned = (self.sparse.diags_array(share) @ self.z).T.tocsr()
        dangling = strength == 0
        rank = numpy.full(n, 1.0 / n)
        while True:
            after = 0.85 * (turned @ rank + rank[dangling].sum() / n) + 0.15 / n
            if numpy.abs(after - rank).sum() <= 1e-12:
                return after
            rank = after

    def _p(self):
        strength = self.z.sum(axis=1)
        share = numpy.divide(1.0, strength, out=numpy.zeros_like(strength), where=strength > 0)
        return self.sparse.diags_array(share) @ self.z

    def constraint(self):
        p = self._p()
        through = (p @ p).multiply(self.a)
        found = (p + through).power(2).sum(axis=1)
        return numpy.where(self.a.sum(axis=1) > 0, found, numpy.nan)

    def effective_size(self):
        largest = self.z.max(axis=1).toarray().ravel()
        share = numpy.divide(1.0, largest, out=numpy.zeros_like(largest), where=largest > 0)
        marginal = self.sparse.diags_array(share) @ self.z
        degree = self.a.sum(axis=1)
        redundant = (self.a @ marginal).multiply(self._p()).sum(axis=1)
        return numpy.where(degree > 0, degree - redundant, numpy.nan)

    def pair_scores(self):
        """Resource allocation of the pairs without a tie that share a partner, in order."""
        degree = self.a.sum(axis=1)
        share = numpy.divide(1.0, degree, out=numpy.zeros_like(degree), where=degree > 0)
        found = self.sparse.triu(self.a @ (self.sparse.diags_array(share) @ self.a), 1).tocsr()
        found = found - found.multiply(self.a)
        found.eliminate_zeros()
        found.sort_indices()
        return found.data

    def clustering(self):
        degree = self.a.sum(axis=1)
        closed = (self.a @ self.a).multiply(self.a).sum(axis=1)
        pairs = degree * (degree - 1)
        return numpy.divide(closed, pairs, out=numpy.zeros_like(pairs), where=pairs > 0)


class Graphblas:
    """python-graphblas (SuiteSparse): as many threads as told."""

    package, many_threads = "python-graphblas", True

    def __init__(self, edges, strengths, nodes, threads):
        import graphblas

        graphblas.ss.config["nthreads"] = threads
        self.gb = graphblas
        rows, columns = numpy.concatenate([edges, edges[:, ::-1]]).T
        weights = numpy.tile(strengths, 2)
        self.z = graphblas.Matrix.from_coo(rows, columns, weights, nrows=nodes, ncols=nodes)
        self.a = graphblas.Matrix.from_coo(rows, columns, numpy.ones(len(rows)), nrows=nodes, ncols=nodes)
        self.nodes = nodes

    def _shares(self):
        strength = self.z.reduce_rowwise("plus").new()
        return (strength.apply("minv").new().diag() @ self.z).new()

    def pagerank(self):
        gb, n = self.gb, self.nodes
        turned = self._shares().T.new()
        strength = self.z.reduce_rowwise("plus").new()
        dangling = gb.Vector.from_scalar(1.0, n)
        dangling(~strength.S, replace=True) << dangling
        rank = gb.Vector.from_scalar(1.0 / n, n)
        while True:
            lost = dangling.inner(rank, "plus_times").new().value or 0.0
            after = gb.Vector.from_scalar(0.85 * lost / n + 0.15 / n, n)
            after("plus") << (turned @ rank).new().apply("times", right=0.85)
            change = after.ewise_add(rank, "minus").new().apply("abs").reduce("plus").value
            if change <= 1e-12:
                return after.to_dense()
            rank = after

    def constraint(self):
        p = self._shares()
        both = self.gb.Matrix(float, nrows=self.nodes, ncols=self.nodes)
        both(p.S) << self.gb.semiring.plus_times(p @ p)
        both("plus") << p
        return both.apply("pow", right=2.0).new().reduce_rowwise("plus").new().to_dense(fill_value=numpy.nan)

    def effective_size(self):
        largest = self.z.reduce_rowwise("max").new()
        marginal = (largest.apply("minv").new().diag() @ self.z).new()
        p = self._shares()
        met = self.gb.Matrix(float, nrows=self.nodes, ncols=self.nodes)
        met(p.S) << self.gb.semiring.plus_times(self.a @ marginal)
        redundant = met.ewise_mult(p, "times").new().reduce_rowwise("plus").new().to_dense(fill_value=0.0)
        degree = self.a.reduce_rowwise("plus").new().to_dense(fill_value=0.0)
        return numpy.where(degree > 0, degree - redundant, numpy.nan)

    def clustering(self):
        closed = self.gb.Matrix(float, nrows=self.nodes, ncols=self.nodes)
        closed(self.a.S) << self.gb.semiring.plus_pair(self.a @ self.a)
        degree = self.a.reduce_rowwise("plus").new().to_dense(fill_value=0.0)
        triangles = closed.reduce_rowwise("plus").new().to_dense(fill_value=0.0)
        pairs = degree * (degree - 1)
        return numpy.divide(triangles, pairs, out=numpy.zeros_like(pairs), where=pairs > 0)


class GraphTool:
    """graph-tool (Debian's python3-graph-tool, for Debian's python3): as many threads as told."""

    package, many_threads = "graph-tool", True

    def __init__(self, edges, strengths, nodes, threads):
        import graph_tool.all

        graph_tool.openmp_set_num_threads(threads)
        self.gt = graph_tool
        self.graph = graph_tool.Graph(directed=False)
        self.graph.add_vertex(nodes)
        self.graph.add_edge_list(edges)
        self.strengths = self.graph.new_edge_property("double", strengths)
        self.lengths = self.graph.new_edge_property("double", 1.0 / strengths)

    def betweenness(self):
        return self.gt.centrality.betweenness(self.graph, norm=False)[0].a

    def weighted_betweenness(self):
        return self.gt.centrality.betweenness(self.graph, weight=self.lengths, norm=False)[0].a

    def closeness(self):
        values = numpy.array(self.gt.centrality.closeness(self.graph).a)
        membership = self.gt.topology.label_components(self.graph)[0].a
        return wasserman_faust(values, membership)

    def harmonic(self):
        return self.gt.centrality.closeness(self.graph, harmonic=True).a

    def pagerank(self):
        return self.gt.centrality.pagerank(self.graph, damping=0.85, weight=self.strengths, epsilon=1e-12).a

    def core_number(self):
        return self.gt.topology.kcore_decomposition(self.graph).a

    def clustering(self):
        return self.gt.clustering.local_clustering(self.graph).a

    def articulation(self):
        return self.gt.topology.label_biconnected_components(self.graph)[1].a


class Leidenalg:
    """leidenalg: one thread."""

    package, many_threads = "leidenalg", False

    def __init__(self, edges, strengths, nodes, _threads):
        import igraph
        import leidenalg

        self.leidenalg = leidenalg
        self.graph = igraph.Graph(n=nodes, edges=edges)
        self.strengths = strengths.tolist()

    def communities(self):
        kind = self.leidenalg.ModularityVertexPartition
        found = self.leidenalg.find_partition(self.graph, kind, weights=self.strengths, n_iterations=-1, seed=1)
        return found.membership


TOOLS = {
    "igraph": Igraph,
    "networkit": Networkit,
    "rustworkx": Rustworkx,
    "NetworkX": Networkx,
    "scipy": Scipy,
    "GraphBLAS": Graphblas,
    "graph-tool": GraphTool,
    "leidenalg": Leidenalg,
}


def marked(places, nodes):
    values = numpy.zeros(nodes)
    values[list(places)] = 1.0
    return values


def listed(by_node):
    values = numpy.empty(len(by_node))
    for node, value in by_node.items():
        values[node] = value
    return values


def wasserman_faust(values, membership):
    """Closeness within a component, corrected by the share of the others that it reaches."""
    _, place, sizes = numpy.unique(membership, return_inverse=True, return_counts=True)
    return numpy.nan_to_num(values) * (sizes[place] - 1) / (len(values) - 1)


def version(tool):
    if tool == "graph-tool":
        import graph_tool

        return graph_tool.__version__.split()[0]
    return importlib.metadata.version(TOOLS[tool].package)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tool", choices=TOOLS, required=True)
    parser.add_argument("--version", action="store_true", help="print the tool's version and end")
    parser.add_argument("--measure")
    parser.add_argument("--network", type=Path, help="folder with edges.npy, strengths.npy, size.json")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--sources", type=int, help="betweenness from so many sources alone")
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    if arguments.version:
        print(json.dumps(version(arguments.tool)))
        return

    edges = numpy.load(arguments.network / "edges.npy")
    strengths = numpy.load(arguments.network / "strengths.npy")
    nodes = json.loads((arguments.network / "size.json").read_text())["nodes"]
    tool = TOOLS[arguments.tool](edges, strengths, nodes, arguments.threads)
    call = getattr(tool, arguments.measure)
    given = ()
    if arguments.sources:
        call = tool.betweenness_of_some
        given = (numpy.random.default_rng(7).choice(nodes, arguments.sources, replace=False),)
    seconds, processor = [], []
    for _ in range(arguments.runs):
        start, before = time.perf_counter(), time.process_time()
        values = call(*given)
        seconds.append(time.perf_counter() - start)
        processor.append(time.process_time() - before)
    if arguments.out:
        numpy.save(arguments.out, numpy.asarray(values, dtype=float))
    print(json.dumps({"seconds": seconds, "processor_seconds": processor}))


if __name__ == "__main__":
    main()
