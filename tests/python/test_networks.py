"""Algorithms as networks: what they compute is what Python computes."""

import itertools
import random
from fractions import Fraction

import pytest
import tropiary
from hypothesis import given
from hypothesis import strategies as st

numbers = st.integers(-1000, 1000)


@given(st.lists(numbers, min_size=1, max_size=9))
def test_order_statistics_are_those_of_sorted(x):
    ascending = tuple(sorted(x))
    n = len(x)
    assert tropiary.sorted_values(n)(x) == ascending
    assert tropiary.median(n)(x) == (Fraction(ascending[(n - 1) // 2] + ascending[n // 2], 2),)
    for k in range(1, n + 1):
        assert tropiary.largest_values(n, k)(x) == ascending[::-1][:k]
        assert tropiary.sum_of_largest(n, k)(x) == (sum(ascending[n - k :]),)
    values = list(x)
    for low, high in tropiary.sorting_network(n):
        values[low], values[high] = sorted((values[low], values[high]))
    assert tuple(values) == ascending


def test_shortest_walks_are_those_of_all_permutations():
    generator = random.Random(7)
    arcs = [(u, v) for u in range(4) for v in range(4) if u != v]
    network = tropiary.bellman_ford(4, arcs)
    assert network.input_names[0] == "w[0,1]"
    for _ in range(20):
        lengths = {arc: generator.randrange(0, 20) for arc in arcs}
        values = network([lengths[arc] for arc in arcs])
        for v in range(1, 4):
            others = [u for u in range(1, 4) if u != v]
            paths = [(0, *middle, v) for k in range(3) for middle in itertools.permutations(others, k)]
            assert values[f"d[{v}]"] == min(sum(lengths[step] for step in itertools.pairwise(path)) for path in paths)


def test_a_spanning_tree_compiles_exactly_in_every_form():
    network = tropiary.minimum_spanning_tree(4)
    generator = random.Random(8)
    trees = [t for t in itertools.combinations(itertools.combinations(range(4), 2), 3) if spans(t, 4)]
    assert len(trees) == 16  # Cayley
    for form in ("relu", "maxout", "dag"):
        compiled = tropiary.compile(network.network, form=form, box=100)
        assert compiled.certificate.exact
        for _ in range(20):
            x = [generator.randrange(-100, 100) for _ in range(6)]
            weight = dict(zip(itertools.combinations(range(4), 2), x))
            assert compiled(x)[0] == min(sum(weight[edge] for edge in tree) for tree in trees)


def spans(tree, n):
    reached = {0}
    for _ in range(n):
        reached |= {v for edge in tree for v in edge if reached & set(edge)}
    return len(reached) == n


def test_pooling_agrees_with_torch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    kernel = tropiary.largest_values(4, 1)
    x = [random.Random(9).randrange(-9, 9) for _ in range(2 * 4 * 6)]
    pooled = tropiary.pooling_network(kernel, size=(4, 6), window=(2, 2), stride=(1, 2), channels=2)(x)
    expected = torch.nn.functional.max_pool2d(torch.tensor(x, dtype=torch.float64).reshape(1, 2, 4, 6), 2, (1, 2))
    assert list(pooled) == expected.flatten().tolist()
    assert tropiary.pooled_size(kernel, (4, 6), (2, 2), (1, 2)) == (3, 3)


def test_names_of_networks():
    assert tropiary.parse_network_argument("sort:3").network((3, 1, 2)) == (1, 2, 3)
    assert tropiary.parse_network_argument("heaviest-chain:chain:3")((1, -5, 2))["chain"] == 3
    assert tropiary.parse_network_argument("chain:3") is None
    assert "sort:N" in tropiary.network_argument_forms()
    for text in ("sort:", "sort:x", "largest:3", "largest:3:4", "sort:1:2", "bellman-ford:100000"):
        with pytest.raises(tropiary.Error):
            tropiary.parse_network_argument(text)
    with pytest.raises(tropiary.Error, match="no output"):
        tropiary.minimum_spanning_tree(3).output("nothing")


def test_depth_bounds_carry_an_odd_minor():
    p = tropiary.Poset("fence:8")
    bound = tropiary.depth_lower_bound(p)
    assert bound.hidden_layers == 4 and bound.minor.size == 8
    assert bound.linear_extensions == tropiary.count_linear_extensions(bound.minor) and bound.linear_extensions % 2
    assert len(bound.steps) == p.size - bound.minor.size
    assert tropiary.depth_lower_bound(tropiary.antichain(5)).hidden_layers == 1


def test_terms_over_blocks_denote_different_posets():
    blocks = [(tropiary.Poset("N"), "N"), (tropiary.chain(2), ""), (tropiary.antichain(2), "")]
    terms = tropiary.terms_over(blocks, 5)
    assert len({tropiary.canonical_digraph6(tropiary.expand(term)) for term in terms}) == len(terms)
    assert sum(term.size == 4 for term in terms) == 16
