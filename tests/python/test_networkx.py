"""Posets and networkx graphs."""

import pytest
import tropiary
from hypothesis import given
from hypothesis import strategies as st
from strategies import posets

networkx = pytest.importorskip("networkx", reason="networkx is not installed")


@given(posets())
def test_a_poset_comes_back_from_its_graph(p):
    g = tropiary.to_networkx(p)
    assert networkx.is_directed_acyclic_graph(g)
    q = tropiary.from_networkx(g)
    assert q == p and q.labels == p.labels and q.has_labels == p.has_labels


@given(posets())
def test_the_graph_is_the_hasse_diagram(p):
    g = tropiary.to_networkx(p)
    assert set(g.edges) == set(p.covers)
    assert set(networkx.transitive_closure(g).edges) == {
        (a, b) for a in range(p.size) for b in range(p.size) if p.less(a, b)
    }
    assert set(networkx.transitive_reduction(g).edges) == set(g.edges)


def test_labels_are_kept():
    p = tropiary.Poset("a<b, c<b")
    g = tropiary.to_networkx(p)
    assert [g.nodes[i]["label"] for i in range(3)] == ["a", "b", "c"]
    q = tropiary.from_networkx(g)
    assert q == p and q.labels == p.labels


def test_any_acyclic_graph_is_read_with_its_node_names_as_labels():
    g = networkx.DiGraph([("shirt", "tie"), ("tie", "jacket"), ("shirt", "jacket"), ("trousers", "jacket")])
    p = tropiary.from_networkx(g)
    assert p.labels == ("shirt", "tie", "jacket", "trousers")
    assert p.covers == ((0, 1), (1, 2), (3, 2))


def test_nodes_that_are_positions_keep_their_numbers():
    g = networkx.DiGraph([(2, 0), (1, 0)])
    assert tropiary.from_networkx(g).covers == ((1, 0), (2, 0))


@given(st.integers(1, 30), st.integers(0, 2**32))
def test_random_acyclic_graphs_give_their_reachability(n, seed):
    g = networkx.gnp_random_graph(n, 0.2, seed=seed, directed=True)
    g = networkx.DiGraph((f"v{u}", f"v{v}") for u, v in g.edges if u < v)
    p = tropiary.from_networkx(g)
    nodes = list(g.nodes)
    for i, u in enumerate(nodes):
        assert {nodes[j] for j in p.above(i)} == networkx.descendants(g, u)


def test_a_cycle_is_an_error_that_names_it():
    with pytest.raises(tropiary.Error, match="egg") as error:
        tropiary.from_networkx(networkx.DiGraph([("hen", "egg"), ("egg", "hen")]))
    assert error.value.code == "cyclic_relations"


def test_an_undirected_graph_is_an_error():
    with pytest.raises(tropiary.Error, match="undirected"):
        tropiary.from_networkx(networkx.path_graph(3))
