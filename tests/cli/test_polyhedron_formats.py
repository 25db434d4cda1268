"""Files of polyhedra: what the program writes, the programs they are meant for read, and the other way round."""

import shutil
import subprocess

import pytest

#: A polytope with rational vertices, a polyhedron with rays, and one with a line and an equation.
CASES = {
    "octahedron": {"points": [[2, 0, 0], [-2, 0, 0], [0, 2, 0], [0, -2, 0], [0, 0, "1/2"], [0, 0, "-1/2"]]},
    "order": {"inequalities": [[0, 1, 0, 0], [0, -1, 1, 0], [0, -1, 0, 1], [1, 0, -1, 0], [1, 0, 0, -1]]},
    "unbounded": {"points": [[0, 0, 0], ["1/3", 0, 1]], "rays": [[1, 1, 0], [0, 1, 2], [1, 0, 0]]},
    "lines": {"points": [[0, 0, 0, 1], [1, 0, 0, 1]], "rays": [[0, 1, 1, 0]], "lines": [[0, 1, 0, 0]]},
}


def peer(*command, cwd=None):
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True, cwd=cwd, timeout=100)
    assert done.returncode == 0, (command, done.stdout[-500:], done.stderr[-500:])
    return done.stdout


@pytest.fixture(params=CASES)
def case(request, tropiary, tmp_path):
    """A file with the case, and what is true of it."""
    import json

    path = tmp_path / "given.json"
    path.write_text(json.dumps(CASES[request.param]))
    return path, tropiary.json("polytope", "info", path, "--fields", "vertices,facets,equations", "--verify"), tmp_path


def described(tropiary, path, *options):
    return tropiary.json("polytope", "info", path, *options, "--fields", "vertices,facets,equations")


@pytest.mark.parametrize("extension", ["json", "poly", "ext", "ine", "in", "latte"])
def test_a_converted_file_describes_the_same(tropiary, case, extension):
    path, truth, folder = case
    out = folder / f"out.{extension}"
    tropiary("polytope", "convert", path, out)
    assert described(tropiary, out) == truth
    text = out.read_text()
    form = {"poly": "polymake", "in": "normaliz"}.get(extension, extension)
    assert tropiary("polytope", "convert", path, "-", "--to", form).stdout == text
    assert tropiary("polytope", "hull", path, "--to", form).stdout == text
    assert tropiary.json("polytope", "info", f"{form}:-", "--fields", "facets", stdin=text)["facets"] == truth["facets"]
    tropiary("polytope", "hull", "-", "--from", form, "-o", folder / "again.json", stdin=text)
    assert described(tropiary, folder / "again.json") == truth


def test_lrs_turns_our_generators_into_our_facets_and_back(tropiary, case):
    path, truth, folder = case
    tropiary("polytope", "convert", path, folder / "a.ext")
    (folder / "b.ine").write_text(peer("lrs", str(folder / "a.ext")))
    assert described(tropiary, folder / "b.ine") == truth
    tropiary("polytope", "convert", path, folder / "c.ine")
    (folder / "d.ext").write_text(peer("lrs", str(folder / "c.ine")))
    assert described(tropiary, folder / "d.ext") == truth


def test_cdd_turns_our_generators_into_our_facets_and_back(tropiary, case):
    path, truth, folder = case
    tropiary("polytope", "convert", path, folder / "a.ext")
    peer("scdd_gmp", "a.ext", cwd=folder)
    assert described(tropiary, folder / "a.ext.ine", "--from", "ine") == truth
    tropiary("polytope", "convert", path, folder / "c.ine")
    peer("scdd_gmp", "c.ine", cwd=folder)
    assert described(tropiary, folder / "c.ine.ext", "--from", "ext") == truth


def normaliz_rows(text, title):
    """The rows under a heading like "3 vertices of polyhedron:"."""
    lines = iter(text.splitlines())
    for line in lines:
        if line.endswith(title + ":"):
            rows = []
            for row in lines:
                if not row.strip():
                    return rows
                rows.append([int(x) for x in row.split()])
            return rows
    return []


def test_normaliz_finds_our_facets_from_our_vertices(tropiary, case):
    path, truth, folder = case
    tropiary("polytope", "convert", path, folder / "a.in")
    peer("normaliz", "a.in", "-s", cwd=folder)
    out = (folder / "a.out").read_text()
    facets = normaliz_rows(out, "support hyperplanes of polyhedron (homogenized)")
    equations = normaliz_rows(out, "equations")
    assert facets
    lines = ["H-representation", f"linearity {len(equations)} " + " ".join(str(i + 1) for i in range(len(equations)))]
    lines += ["begin", f"{len(facets) + len(equations)} {len(facets[0])} integer"]
    lines += [" ".join(map(str, row[-1:] + row[:-1])) for row in equations + facets] + ["end"]
    (folder / "b.ine").write_text("\n".join(lines))
    assert described(tropiary, folder / "b.ine") == truth


def test_polymake_reads_what_we_write_and_we_what_it_saves(tropiary, case):
    path, truth, folder = case
    tropiary("polytope", "convert", path, folder / "a.poly")
    (folder / "s.pl").write_text(
        'use application "polytope"; my $p = load("a.poly");\n'
        'my $q = new Polytope(POINTS => $p->VERTICES, INPUT_LINEALITY => $p->LINEALITY_SPACE);\n'
        'die "facets" if $p->N_FACETS != $q->N_FACETS; $q->AFFINE_HULL; $q->VERTICES; save($q, "b.poly");\n'
        'my $r = new Polytope(INEQUALITIES => $p->FACETS, EQUATIONS => $p->AFFINE_HULL); save($r, "c.poly");\n'
        'save(new Polytope(FACETS => $q->FACETS, AFFINE_HULL => $q->AFFINE_HULL), "d.poly");\n'
    )
    peer("polymake", "--script", "s.pl", cwd=folder)
    for name in "bcd":
        assert described(tropiary, folder / f"{name}.poly") == truth


def test_normaliz_takes_coordinates_for_non_negative_where_no_inequality_is_given(tropiary, tmp_path):
    (tmp_path / "a.in").write_text("amb_space 2\ninhom_equations 1\n1 1 -2\n")
    ours = tropiary.json("polytope", "info", tmp_path / "a.in", "--fields", "vertices")["vertices"]
    assert ours == [["0", "2"], ["2", "0"]]
    peer("normaliz", "a.in", "-s", cwd=tmp_path)
    found = normaliz_rows((tmp_path / "a.out").read_text(), "vertices of polyhedron")
    assert sorted(row[:2] for row in found) == [[0, 2], [2, 0]]


@pytest.mark.parametrize("extension", ["off", "stl", "ply"])
def test_surfaces_come_back(tropiary, tmp_path, extension):
    out = tmp_path / f"cube.{extension}"
    tropiary("polytope", "order", "antichain:3", "-o", out)
    assert tropiary("polytope", "info", out).stdout == tropiary("polytope", "order", "antichain:3").stdout
    message = tropiary.refuses("polytope", "order", "antichain:4", "-o", tmp_path / f"no.{extension}")
    assert "dimension 3 in R^3" in message
    assert not (tmp_path / f"no.{extension}").exists()


def test_unbounded_polyhedra_are_shown_with_their_rays(tropiary, schema):
    given = '{"points": [[0, 0, 0]], "rays": [[1, 0, 0]], "lines": [[0, 2, 0]]}'
    text = tropiary("polytope", "info", "-", "--verify", stdin=given).stdout
    assert "rays (1)\n  (1, 0, 0)\nlines (1)\n  (0, 1, 0)\n" in text and "verified" in text
    value = tropiary.json("polytope", "hull", "-", stdin=given)
    schema("polytope", value)
    assert value["rays"] == [[1, 0, 0]] and value["lines"] == [[0, 1, 0]]
    message = tropiary.refuses("polytope", "info", "-", "--fields", "volume", stdin=given)
    assert "unbounded" in message and "rays" in message
    assert "unbounded in the direction (1, 0, 0)" in tropiary.refuses("polytope", "face-lattice", "-", stdin=given)


def test_what_cannot_be_read_or_written_is_refused(tropiary, tmp_path):
    bad = tmp_path / "bad.ext"
    bad.write_text("V-representation\nbegin\n1000000000 30 rational\n1 0\n")
    assert "line 3" in tropiary.refuses("polytope", "info", bad)
    bad.write_text("V-representation\nbegin\n2 3 rational\n1 0 0\n1 nan 0\nend\n")
    assert "line 5, column 3" in tropiary.refuses("polytope", "convert", bad, tmp_path / "out.ine")
    assert not (tmp_path / "out.ine").exists()
    square = '{"points": [[0, 0], [1, 0], [0, 1]]}'
    assert ".ply" in tropiary.refuses("polytope", "convert", "-", tmp_path / "a.txt", stdin=square)
    assert "--to" in tropiary.refuses("polytope", "convert", "-", "-", stdin=square)
    assert "known: json, polymake" in tropiary.refuses("polytope", "hull", "-", "--from", "obj", stdin=square)
