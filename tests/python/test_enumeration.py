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


LABELLED = [1, 1, 3, 19, 219, 4231, 130023, 6129859, 431723379]  # OEIS A001035
NATURALLY_LABELLED = [1, 1, 2, 7, 40, 357, 4824, 96428, 2800472]  # OEIS A006455


def test_labelled_posets_are_counted_and_listed():
    for kind, counts in (("labelled", LABELLED), ("naturally_labelled", NATURALLY_LABELLED)):
        assert [tropiary.count_posets(n, kind=kind) for n in range(9)] == counts
        for n in range(5):
            relations = {tuple(p.covers) for p in tropiary.posets(n, kind=kind)}
            assert len(relations) == counts[n]
    with pytest.raises(tropiary.Error, match="kind"):
        tropiary.count_posets(3, kind="numbered")


def test_the_range_is_lazy_and_starts_anew():
    everything = tropiary.posets(16)
    assert [next(iter(everything)).size for _ in range(3)] == [16, 16, 16]
    iterator = iter(everything)
    assert len({next(iterator) for _ in range(100)}) == 100
    assert list(tropiary.posets(5, connected=True)) == all_posets(5, connected=True)


@pytest.mark.parametrize("n", range(8))
def test_threads_change_nothing(n):
    assert all_posets(n, threads=3) == all_posets(n) == list(tropiary.posets(n))
    assert tropiary.count_posets(n, threads=3, graded=True) == tropiary.count_posets(n, graded=True)


def test_properties_in_the_search():
    def counts(**keywords):
        return [tropiary.count_posets(n, **keywords) for n in range(1, 9)]

    assert counts(interval_order=True) == [1, 2, 5, 15, 53, 217, 1014, 5335]  # OEIS A022493
    assert counts(semiorder=True) == [1, 2, 5, 14, 42, 132, 429, 1430]  # Catalan numbers
    assert counts(bounded=True) == [1, *COUNTS[:7]]
    assert counts(lattice=True) == [1, 1, 1, 2, 5, 15, 53, 222]
    assert counts(prime=True)[3:7] == [1, 4, 28, 234]
    assert all(tropiary.width(p) <= 2 and len(p.covers) == 5 for p in tropiary.posets(6, max_width=2, covers=5))
    for keywords in ({"width": 10**9}, {"covers": 10}, {"height": 7}, {"threads": 0}, {"shard": 5, "shards": 3}):
        with pytest.raises(tropiary.Error):
            tropiary.count_posets(6, **keywords)
    with pytest.raises(TypeError):
        tropiary.count_posets(6, planar=True)


def test_progress_is_told_and_may_stop():
    told = []
    assert tropiary.count_posets(9, threads=2, progress=told.append) == 183231
    assert told and told == sorted(told)
    with pytest.raises(tropiary.Error):
        tropiary.count_posets(15, progress=lambda done: False)
    with pytest.raises(ZeroDivisionError):
        tropiary.count_posets(15, progress=lambda done: 1 // 0)
    assert not tropiary.for_each_poset(15, lambda p: True, progress=lambda done: False)


def test_lists_as_text_and_in_files(tmp_path):
    blocks = []
    assert tropiary.list_posets(6, lambda text, posets, next_node: blocks.append((text, posets, next_node)))
    text = "".join(block[0] for block in blocks)
    assert text.splitlines() == [tropiary.to_digraph6(p) for p in tropiary.posets(6)]
    assert sum(block[1] for block in blocks) == COUNTS[6] and blocks[-1][2] == COUNTS[3]
    parts = [str(tmp_path / f"part{i}") for i in range(3)]
    for i, part in enumerate(parts):
        summary = tropiary.write_poset_list(part, 6, "covers", shard=i, shards=3)
        manifest = (tmp_path / f"part{i}.manifest.json").read_text()
        assert tropiary.parse_poset_list_summary(manifest) == summary and tropiary.to_json(summary) == manifest
        assert (summary.size, summary.shard, summary.shards) == (6, i, 3)
    union = tropiary.merge_poset_lists(parts, str(tmp_path / "union"))
    assert union.count == COUNTS[6] == len((tmp_path / "union").read_text().splitlines())
    with pytest.raises(tropiary.Error, match="missing"):
        tropiary.merge_poset_lists(parts[:2])
    tropiary.write_poset_count(str(tmp_path / "count"), 9, connected=True)
    assert tropiary.merge_poset_lists([str(tmp_path / "count")]).count == 163341
    with pytest.raises(tropiary.Error, match="format"):
        tropiary.write_poset_list(str(tmp_path / "x"), 3, "pdf")
