"""Options of hulls in Python: engines, threads, progress and a stop."""

import random

import pytest
import tropiary


def paraboloid(count):
    rng = random.Random(3)
    pairs = [(rng.randint(-3000, 3000), rng.randint(-3000, 3000)) for _ in range(count)]
    return [(x, y, x * x + y * y) for x, y in pairs]


def test_engines_and_threads_change_nothing():
    points = paraboloid(60)
    hull = tropiary.convex_hull(points)
    for engine in ("beneath_beyond", "double_description", "cgal_spatial"):
        assert tropiary.convex_hull(points, engine=engine, threads=2) == hull


def test_progress_is_told_and_may_stop_or_raise():
    points = paraboloid(400)
    told = []
    tropiary.convex_hull(points, progress=told.append)
    assert told and told == sorted(told)
    with pytest.raises(tropiary.Interrupted):
        tropiary.convex_hull(points, progress=lambda done: False)
    with pytest.raises(ZeroDivisionError):
        tropiary.convex_hull(points, progress=lambda done: 1 // 0)
