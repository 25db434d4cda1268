"""Random values for the laws, and brute-force answers that know nothing of the library's algorithms."""

import itertools
from fractions import Fraction

from hypothesis import strategies as st

import tropiary


@st.composite
def posets(draw, max_size=6, min_size=0):
    """A poset in a random numbering: pairs i < j of a random order of the points."""
    size = draw(st.integers(min_size, max_size))
    order = draw(st.permutations(range(size)))
    pairs = [(order[i], order[j]) for i in range(size) for j in range(i + 1, size)]
    relations = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    return tropiary.Poset.from_relations(size, relations)


def rationals(bits=16):
    """Fractions whose numerator and denominator have at most so many bits."""
    bound = 2**bits
    return st.builds(Fraction, st.integers(-bound, bound), st.integers(1, bound))


@st.composite
def posets_with_points(draw, numbers, max_size=6, min_size=0):
    """A poset and one number for each of its points."""
    p = draw(posets(max_size, min_size))
    return p, draw(st.lists(numbers, min_size=p.size, max_size=p.size))


def subsets(n):
    """All subsets of {0, ..., n-1}."""
    return (frozenset(s) for k in range(n + 1) for s in itertools.combinations(range(n), k))


def up_sets_by_definition(p):
    """The up-sets of p, one subset at a time."""
    relations = [(a, b) for a in range(p.size) for b in range(p.size) if p.less(a, b)]
    return {s for s in subsets(p.size) if all(a not in s or b in s for a, b in relations)}


def poset_polynomial_by_definition(p, x):
    """f_P(x) as the maximum over all up-sets."""
    return max(sum((x[i] for i in s), Fraction(0)) for s in up_sets_by_definition(p))
