"""What the tour shows is what Python prints."""

import doctest
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]


def run(examples, name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    test = doctest.DocTestParser().get_doctest(examples, {}, name, name, 0)
    assert test.examples
    report = []
    result = doctest.DocTestRunner(verbose=False).run(test, out=report.append)
    assert result.failed == 0, "".join(report)


def test_the_tour_shows_what_python_prints(tmp_path, monkeypatch):
    text = (ROOT / "docs" / "tour.md").read_text()
    run("\n".join(re.findall(r"```python\n(.*?)```", text, re.DOTALL)), "docs/tour.md", tmp_path, monkeypatch)
