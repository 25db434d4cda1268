"""Enumeration of posets in Python: the published counts, and each poset once."""

import pytest
import tropiary

COUNTS = [1, 1, 2, 5, 16, 63, 318, 2045, 16999]  # OEIS A000112
CONNECTED = [1, 3, 10, 44, 238]  # OEIS A000608, n = 2..6
SERIES_PARALLEL = [1, 2, 5, 15, 48, 167]  # OEIS A003430, n = 1..6


def all_posets(n, **keywords):
    found = []
    assert tropiary.for_each_poset(n, found.append, **keywords)
    return found


@pytest.mark.parametrize("n", range(7))
def test_each_poset_is_visited_once_up_to_isomorphism(n):
    found = all_posets(n)
    assert len(found) == COUNTS[n] == tropiary.count_posets(n)
    assert len({tropiary.canonical_form(p) for p in found}) == len(found)
    assert all(p.size == n for p in found)


def test_the_published_counts():
    assert [tropiary.count_posets(n) for n in range(len(COUNTS))] == COUNTS
    assert [tropiary.count_posets(n, connected=True) for n in range(2, 7)] == CONNECTED
    assert [tropiary.count_posets(n, series_parallel=True) for n in range(1, 7)] == SERIES_PARALLEL


def test_the_keywords_choose():
    for p in all_posets(5, height=3, width=2, graded=True):
        assert tropiary.height(p) == 3 and tropiary.width(p) == 2 and tropiary.is_graded(p)
    assert all(map(tropiary.is_lattice, all_posets(6, lattice=True)))
    assert len(all_posets(6, lattice=True)) == 15  # OEIS A006966


def test_shards_are_a_partition():
    parts = [all_posets(6, shard=i, shards=4) for i in range(4)]
    together = {tropiary.canonical_form(p) for part in parts for p in part}
    assert sum(map(len, parts)) == len(together) == COUNTS[6]
    with pytest.raises(tropiary.Error):
        tropiary.count_posets(3, shard=1, shards=1)


def test_the_visitor_may_stop_the_search_or_fail():
    found = []
    assert not tropiary.for_each_poset(6, lambda p: found.append(p) or len(found) < 10)
    assert len(found) == 10
    with pytest.raises(ZeroDivisionError):
        tropiary.for_each_poset(6, lambda p: 1 // 0)
