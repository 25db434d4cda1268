"""Exact networks in Python."""

import pickle
from fractions import Fraction

import pytest
import tropiary
from hypothesis import given
from strategies import poset_polynomial_by_definition, posets_with_points, rationals


@given(posets_with_points(rationals(bits=40)))
def test_a_lowered_poset_computes_its_polynomial(case):
    p, x = case
    value = (poset_polynomial_by_definition(p, x),)
    assert tropiary.lower(p)(x) == value
    assert tropiary.lower_by_up_sets(p)(x) == value
    factorisation = tropiary.factorise(p)
    assert tropiary.lower(factorisation.term)([x[i] for i in factorisation.points]) == value
    assert tropiary.lower(tropiary.expand(tropiary.PosetPolynomial(p)))(x) == value
    again = pickle.loads(pickle.dumps(tropiary.lower(p)))
    assert again(x) == value and tropiary.to_json(again) == tropiary.to_json(tropiary.lower(p))


def test_a_network_is_built_node_by_node():
    builder = tropiary.TropicalNetwork.Builder(2)
    x, y = builder.input(0), builder.input(1)
    difference = builder.affine([(x, 1), (y, "-1/2")], constant=3)
    network = builder.build([builder.relu(difference), builder.maximum([x, y]), builder.sum([x, y])])
    assert network([1, 10]) == (0, 10, 11) and network(["1/2", 1]) == (3, 1, Fraction(3, 2))
    assert (network.count_inputs, network.count_maxima, network.depth, len(network.outputs)) == (2, 2, 1, 3)
    kinds = [node.kind for node in network.nodes]
    assert kinds[:2] == ["input", "input"] and sorted(kinds[2:]) == ["affine", "affine", "maximum", "maximum"]
    affine = next(node for node in network.nodes if node.constant == 3)
    assert affine.arguments == ((0, 1), (1, Fraction(-1, 2))) and not affine.has_constant
    values = network.values([1, 10])
    assert [values[i] for i in network.outputs] == [0, 10, 11]


def test_a_builder_takes_no_unknown_node_and_builds_once():
    builder = tropiary.TropicalNetwork.Builder(1)
    for mistake in (
        lambda: builder.input(1),
        lambda: builder.sum([7]),
        lambda: builder.maximum([]),
        lambda: builder.affine([(7, 1)]),
        lambda: builder.relu(7),
        lambda: builder.build([7]),
    ):
        with pytest.raises(tropiary.Error) as error:
            mistake()
        assert error.value.code == "invalid_argument"
    builder.build([0])
    with pytest.raises(tropiary.Error, match="build was called already"):
        builder.input(0)


@pytest.mark.parametrize(("k", "maxima"), [(k, 5 if k == 11 else 4) for k in range(16)])
def test_the_sixteen_need_four_maxima_and_one_of_them_at_most_five(k, maxima):
    assert tropiary.lower(tropiary.paper_poset(k)).count_maxima <= maxima
    assert tropiary.compile(tropiary.paper_poset(k)).max_ops <= maxima
