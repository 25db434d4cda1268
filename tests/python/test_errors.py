"""A caller's mistake raises tropiary.Error with its code; a value of the wrong type raises TypeError."""

import pickle

import pytest
import tropiary


@pytest.mark.parametrize(
    ("mistake", "code", "words"),
    [
        (lambda: tropiary.Poset("no_such_name:3"), "invalid_argument", "chain:n"),
        (lambda: tropiary.Poset("1<2<3<1"), "cyclic_relations", "<"),
        (lambda: tropiary.Poset("1<2\n3<<4"), "parse_error", "line 2, column 3"),
        (lambda: tropiary.Poset("@no such file.json"), "io_error", "no such file.json"),
        (lambda: tropiary.Poset("&~~~~~~~~"), "parse_error", ""),
        (lambda: tropiary.Poset.from_relations(2, [(0, 2)]), "invalid_argument", "2"),
        (lambda: tropiary.Poset.from_relations(2, [(0, -1)]), "invalid_argument", "-1"),
        (lambda: tropiary.Poset.from_relations(2, [], ["a", "a"]), "invalid_argument", "a"),
        (lambda: tropiary.Poset.from_relations(2, [], ["a"]), "invalid_argument", "label"),
        (lambda: tropiary.chain(2**40), "too_large", "chain"),
        (lambda: tropiary.chain(3).above(3), "invalid_argument", "3"),
        (lambda: tropiary.chain(3).less(2**70, 0), "invalid_argument", str(2**70)),
        (lambda: tropiary.is_up_set(tropiary.chain(3), {5}), "invalid_argument", "5"),
        (lambda: tropiary.to_svg(tropiary.chain(2), highlight=[2]), "invalid_argument", "2"),
        (lambda: tropiary.compose(tropiary.chain(2), 2, tropiary.chain(1)), "invalid_argument", "2"),
        (lambda: tropiary.compose(tropiary.chain(2), []), "dimension_mismatch", ""),
        (lambda: tropiary.lexicographic_sum(tropiary.chain(2), [tropiary.chain(1)]), "dimension_mismatch", ""),
        (lambda: tropiary.order_polytope(tropiary.antichain(40)), "too_large", ""),
        (lambda: tropiary.poset_from_json('{"size": 2, '), "parse_error", "line 1"),
        (lambda: tropiary.parse_polyhedron('{"points": [["1/0"]]}'), "division_by_zero", ""),
        (lambda: tropiary.parse_term("N(., ."), "parse_error", "column"),
        (lambda: tropiary.PosetPolynomial(tropiary.chain(2))([1]), "dimension_mismatch", ""),
        (lambda: tropiary.parse_tropical_polynomial("max(0, y)"), "parse_error", "line 1"),
        (lambda: tropiary.convex_hull([[0, 0], [1]]), "dimension_mismatch", ""),
        (lambda: tropiary.convex_hull([[0, 0]], engine="magic"), "invalid_argument", "brute_force"),
        (lambda: tropiary.act(tropiary.chain(0), [], "sideways"), "invalid_argument", "reduced, pointed"),
        (lambda: tropiary.exact.determinant([[1, 2]]), "dimension_mismatch", ""),
        (lambda: tropiary.Term.Node("leaf"), "invalid_argument", "compose"),
        (lambda: tropiary.compile("N", dtype="float8"), "invalid_argument", "bfloat16"),
        (lambda: tropiary.compile("N", form="tree"), "invalid_argument", "dag"),
        (lambda: tropiary.compile("N", box=[(0, 1)] * 3), "invalid_argument", "3 intervals for 4"),
        (lambda: tropiary.compile("chain:3000", max_parameters=10**6), "too_large", ""),
        (lambda: tropiary.compile("N", box=2**30, require_exact=True), "inexact", "layer"),
    ],
)
def test_a_mistake_has_a_code_and_a_message_that_names_it(mistake, code, words):
    with pytest.raises(tropiary.Error) as error:
        mistake()
    assert error.value.code == code, error.value
    assert words in str(error.value)


def test_errors_are_value_errors_that_can_be_pickled():
    assert issubclass(tropiary.Error, ValueError)
    with pytest.raises(ValueError) as error:
        tropiary.Poset("1<1")
    copy = pickle.loads(pickle.dumps(error.value))
    assert (type(copy), copy.code, str(copy)) == (tropiary.Error, "cyclic_relations", str(error.value))


def test_a_message_that_quotes_cut_text_is_still_text():
    with pytest.raises(tropiary.Error) as error:
        tropiary.Poset("ä" * 200 + ":1")
    assert "ä" in str(error.value)


@pytest.mark.parametrize(
    "mistake",
    [
        lambda: tropiary.chain("3"),
        lambda: tropiary.chain(-1),
        lambda: tropiary.chain(2.0),
        lambda: tropiary.Poset(3),
        lambda: tropiary.dual(None),
        lambda: tropiary.Poset.from_relations(2, [(0, 1, 2)]),
        lambda: tropiary.Poset.from_relations(2, [0, 1]),
        lambda: tropiary.Poset.from_relations(2, "01"),
        lambda: tropiary.up_closure(tropiary.chain(2), "01"),
        lambda: tropiary.up_closure(tropiary.chain(2), 1),
        lambda: tropiary.compile(3),
        lambda: tropiary.chain(2) + 1,
        lambda: tropiary.Polytope.from_theorem(1, [[0]], [[0, "1/2"]]),
    ],
)
def test_a_value_of_the_wrong_type_is_a_type_error(mistake):
    with pytest.raises(TypeError):
        mistake()
