"""Classes with their obstructions, chains, J(P), the order complex."""

import pytest
import tropiary
from hypothesis import given
from strategies import posets

CLASSES = (
    "connected", "bounded", "interval_order", "semiorder", "n_free", "series_parallel", "lattice", "modular",
    "distributive", "graded", "eulerian",
)


@given(posets())
def test_a_poset_is_in_a_class_or_has_an_obstruction(p):
    for name in CLASSES:
        reason = tropiary.obstruction(p, name)
        assert getattr(tropiary, f"is_{name}")(p) == (reason is None)
        if reason is not None:
            assert tropiary.is_obstruction(p, reason)
            again = tropiary.Obstruction(reason.kind, reason.points)
            assert again == reason and reason.kind in repr(reason)


@given(posets())
def test_a_poset_is_the_birkhoff_poset_of_its_lattice(p):
    for labels in ("up_sets", "antichains", "none"):
        lattice = tropiary.up_set_lattice(p, labels=labels)
        assert lattice.size == tropiary.count_up_sets(p)
        assert tropiary.is_distributive(lattice)
        assert tropiary.canonical_form(tropiary.birkhoff_poset(lattice)) == tropiary.canonical_form(p)
        assert len(tropiary.join_irreducibles(lattice)) == len(tropiary.meet_irreducibles(lattice)) == p.size


@given(posets())
def test_chains_and_antichains_certify_width_and_height(p):
    assert len(tropiary.minimum_chain_decomposition(p)) == tropiary.width(p) == len(tropiary.maximum_antichain(p))
    assert len(tropiary.minimum_antichain_decomposition(p)) == tropiary.height(p)
    chains = list(tropiary.maximal_chains(p))
    assert len(chains) == tropiary.count_maximal_chains(p) == len(set(chains))
    assert max(map(len, chains)) == tropiary.height(p)
    antichains = list(tropiary.maximal_antichains(p))
    assert len(antichains) == len(set(antichains)) and max(map(len, antichains)) == tropiary.width(p)
    shape = tropiary.greene_kleitman_shape(p)
    assert sum(shape) == p.size and len(shape) == tropiary.width(p)
    rank = tropiary.rank_function(p)
    assert rank is None or all(rank[b] == rank[a] + 1 for a, b in p.covers)


@given(posets())
def test_the_order_complex_has_one_euler_characteristic(p):
    f = tropiary.order_complex_f_vector(p)
    assert sum((-1) ** k * count for k, count in enumerate(f)) == tropiary.euler_characteristic(p)
    reduced = tropiary.reduced_euler_characteristic(p)
    assert tropiary.euler_characteristic(p) == reduced + 1
    betti = tropiary.reduced_betti_numbers(p)
    if p.size:
        assert sum((-1) ** k * b for k, b in enumerate(betti)) == reduced
        core = tropiary.homotopy_core(p)
        assert tropiary.reduced_euler_characteristic(core) == reduced
    assert sum(tropiary.order_complex_h_vector(p)) == (f[-1] if f else 1)
    matrix = tropiary.mobius_matrix(p)
    assert all(tropiary.mobius(p, x, y) == matrix[x][y] for x in range(p.size) for y in range(p.size))


@given(posets())
def test_polynomials_fit_each_other(p):
    weak, strict = tropiary.order_polynomial(p), tropiary.strict_order_polynomial(p)
    assert all(strict[k] == (-1) ** (p.size - k) * weak[k] for k in range(p.size + 1))
    series = tropiary.order_series(p)
    assert sum(series) == tropiary.count_linear_extensions(p)
    h_star = tropiary.descent_polynomial(p)
    assert h_star == tropiary.h_star(tropiary.order_polytope_ehrhart_polynomial(p))
    if p.size:
        assert series == (0, *h_star, *[0] * (p.size - len(h_star)))
    lines = tropiary.realiser(p)
    assert len(lines) == tropiary.dimension(p) and tropiary.is_realiser(p, lines)
    bounded = tropiary.ordinal_sum(tropiary.chain(1), tropiary.antichain(p.size))
    assert tropiary.characteristic_polynomial(bounded) == ((-p.size, 1) if p.size else (1,))


def test_mistakes_are_named():
    with pytest.raises(tropiary.Error, match="pentagon"):
        tropiary.birkhoff_poset(tropiary.Poset("1<2<3<5, 1<4<5"))
    with pytest.raises(tropiary.Error, match="known: connected"):
        tropiary.obstruction(tropiary.chain(2), "latice")
    with pytest.raises(tropiary.Error, match="known: no_points"):
        tropiary.Obstruction("n6", [])
    with pytest.raises(tropiary.Error, match="element 3"):
        tropiary.mobius(tropiary.chain(3), 0, 3)
