"""Canonical keys and automorphism groups in Python."""

import math

import pytest
import tropiary


def test_keys_are_equal_for_isomorphic_posets_only():
    p = tropiary.Poset("1<2, 3<2, 3<4")
    q = tropiary.Poset("b<a, c<a, c<d")
    key = tropiary.canonical_digraph6(p)
    assert key == tropiary.canonical_digraph6(q) == tropiary.canonical_digraph6(tropiary.to_digraph6(q))
    assert tropiary.parse_digraph6(key) == tropiary.canonical_form(p)
    assert tropiary.canonical_digraph6(tropiary.chain(4)) != key
    with pytest.raises(tropiary.Error):
        tropiary.canonical_digraph6("&C?")


def test_the_group_of_a_crown():
    group = tropiary.automorphism_group(tropiary.crown(4))
    assert group.order == 8 == tropiary.automorphism_group_order(tropiary.crown(4))
    assert group.orbits == ((0, 1, 2, 3), (4, 5, 6, 7))
    for image in group.generators:
        assert tropiary.relabelled(tropiary.crown(4), image) == tropiary.crown(4)


def test_groups_of_any_size():
    assert tropiary.automorphism_group(tropiary.chain(3)).generators == ()
    group = tropiary.automorphism_group(tropiary.antichain(100))
    assert group.order == math.factorial(100)
    assert len(group.orbits) == 1
