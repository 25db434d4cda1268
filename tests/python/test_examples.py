"""The examples in the package's own documentation."""

import doctest

import tropiary


def test_the_examples_of_the_package_hold():
    result = doctest.testmod(tropiary)
    assert result.attempted > 5 and result.failed == 0
