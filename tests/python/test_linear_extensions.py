"""Isomorphisms and linear extensions from Python."""

import fractions
import itertools

import pytest
import tropiary
from hypothesis import given
from strategies import posets


@given(posets())
def test_isomorphisms_map_covers_to_covers(p):
    q = tropiary.canonical_form(p)
    image = tropiary.find_isomorphism(p, q)
    assert sorted((image[x], image[y]) for x, y in p.covers) == sorted(q.covers)


def test_posets_of_different_kind_have_no_isomorphism():
    assert tropiary.find_isomorphism(tropiary.chain(3), tropiary.antichain(3)) is None


def test_linear_extensions_are_the_arrangements_that_respect_the_order():
    p = tropiary.fence(5)
    expected = [a for a in itertools.permutations(range(5)) if tropiary.is_linear_extension(p, a)]
    assert sorted(tropiary.linear_extensions(p)) == expected
    numbered = tropiary.LinearExtensionIndex(p)
    assert numbered.count() == len(expected) == tropiary.count_linear_extensions(p)
    assert [numbered.unrank(i) for i in range(len(expected))] == expected
    assert [numbered.rank(a) for a in expected] == list(range(len(expected)))
    assert set(numbered.sample(500, seed=1)) == set(expected)
    with pytest.raises(tropiary.Error):
        numbered.unrank(len(expected))
    with pytest.raises(tropiary.Error):
        tropiary.LinearExtensionIndex(tropiary.antichain(30), max_down_sets=1000)


@given(posets())
def test_every_method_counts_the_same_linear_extensions(p):
    count = tropiary.count_linear_extensions(p)
    for method in ("components", "levels"):
        assert tropiary.count_linear_extensions(p, method=method) == count
    if tropiary.is_series_parallel(p):
        assert tropiary.count_linear_extensions(p, method="decomposition") == count
    with pytest.raises(tropiary.Error, match="automatic, decomposition, tree, components, levels"):
        tropiary.count_linear_extensions(p, method="fast")


@given(posets())
def test_visitors_see_what_the_ranges_list(p):
    seen = []
    assert tropiary.for_each_linear_extension(p, seen.append)
    assert sorted(seen) == sorted(tropiary.linear_extensions(p))
    sets = []
    assert tropiary.for_each_up_set(p, sets.append)
    assert sets == list(tropiary.up_sets(p))
    assert not tropiary.for_each_up_set(p, lambda up_set: False)


@given(posets())
def test_samples_jumps_and_balance(p):
    for arrangement in tropiary.LinearExtensionSampler(p).sample(3, seed=5):
        assert tropiary.is_linear_extension(p, arrangement)
    found = tropiary.jump_number(p)
    best = tuple(found.linear_extension)
    assert tropiary.is_linear_extension(p, best)
    assert found.jumps == sum(not p.less(a, b) for a, b in itertools.pairwise(best))
    assert found.jumps + 1 >= tropiary.width(p) or p.size == 0
    probabilities = tropiary.precedence_probabilities(p)
    heights = tropiary.average_heights(p)
    assert sum(heights) == p.size * (p.size + 1) // 2
    balance = tropiary.balance_constant(p)
    if tropiary.height(p) == p.size:
        assert balance is None
    else:
        pair = probabilities[balance.x][balance.y], probabilities[balance.y][balance.x]
        assert sum(pair) == 1 and min(pair) == balance.value >= fractions.Fraction(1, 3)
