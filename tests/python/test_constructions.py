"""Named, random and derived posets, and their drawings."""

import pytest
import tropiary


def test_every_name_and_its_function():
    names = dict(tropiary.poset_families())
    assert "chain:n" in names and "young:4-3-1" in names
    assert all(tropiary.is_poset_name(name) for name in names)
    pairs = {
        "divisibility:12": tropiary.divisibility_order(12),
        "standard:4": tropiary.standard_example(4),
        "tree:2x3": tropiary.complete_tree(2, 3),
        "diagram:3-1": tropiary.young_diagram([3, 1]),
        "young:3,1": tropiary.young_interval([3, 1]),
        "young-lattice:4": tropiary.young_lattice(4),
        "dominance:6": tropiary.dominance_order(6),
        "compositions:4": tropiary.composition_lattice(4),
        "partitions:4": tropiary.partition_lattice(4),
        "noncrossing:4": tropiary.noncrossing_partition_lattice(4),
        "tamari:4": tropiary.tamari_lattice(4),
        "shuffles:2x1": tropiary.shuffle_poset(2, 1),
        "subspaces:4x2": tropiary.subspace_lattice(4, 2),
        "root:E6": tropiary.root_poset("E6"),
        "bruhat:4": tropiary.bruhat_order("A3"),
        "weak:B3": tropiary.weak_order("B3"),
    }
    for name, poset in pairs.items():
        named = tropiary.parse_poset(name)
        assert named == poset and named.labels == poset.labels


def test_intervals_and_bounds():
    cube = tropiary.boolean_lattice(3)
    assert tropiary.interval(cube, 1, 7).size == 4
    assert tropiary.interval_poset(cube).size == 27
    bounded = tropiary.with_bounds(tropiary.antichain(2))
    assert bounded.labels == ("1", "2", "⊥", "⊤")
    assert bounded == tropiary.with_top(tropiary.with_bottom(tropiary.antichain(2)))
    with pytest.raises(tropiary.Error, match="not below"):
        tropiary.interval(cube, 1, 2)
    with pytest.raises(tropiary.Error):
        tropiary.interval(cube, 1, 8)


def test_the_completion_comes_with_its_embedding():
    p = tropiary.parse_poset("bruhat:3")
    lattice, embedding = tropiary.dedekind_macneille_completion(p)
    assert lattice.size == 7 and tropiary.is_lattice(lattice)
    for x in range(p.size):
        for y in range(p.size):
            assert p.less(x, y) == lattice.less(embedding[x], embedding[y])
    with pytest.raises(tropiary.Error, match="at most 3"):
        tropiary.dedekind_macneille_completion(p, max_points=3)


def test_random_posets_depend_on_the_seed_alone():
    models = [
        lambda seed: tropiary.random_graph_order(12, "1/3", seed),
        lambda seed: tropiary.random_dimension_order(12, 2, seed),
        lambda seed: tropiary.random_layered_order([4, 4, 4], "1/2", seed),
        lambda seed: tropiary.random_interval_order(12, seed),
        lambda seed: tropiary.random_series_parallel_order(12, seed),
        lambda seed: tropiary.random_tree_order(12, seed),
    ]
    for model in models:
        assert model(3).size == 12
        assert model(3) == model(3)
        assert model(3) != model(4)


def test_face_lattice():
    faces = tropiary.face_lattice(tropiary.order_polytope(tropiary.antichain(3)))
    assert faces.size == 28 and faces.labels[0] == "∅"


def test_highlights_are_verified():
    n = tropiary.parse_poset("N")
    for draw in (tropiary.to_svg, tropiary.to_dot, tropiary.to_tikz):
        plain = draw(n)
        assert draw(n, highlight=[1, 3], kind="up_set") != plain
        assert draw(n, highlight=[1, 3], kind="antichain") != plain
        with pytest.raises(tropiary.Error, match="no chain"):
            draw(n, highlight={1, 3}, kind="chain")
        with pytest.raises(tropiary.Error, match="known: points"):
            draw(n, highlight=[1], kind="filter")
    assert tropiary.to_tikz(n, standalone=True).startswith("\\documentclass")
