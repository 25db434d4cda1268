"""Python knows every public word of the C++ headers, except those listed here with the reason."""

import ast
import inspect
import pathlib
import re

import pytest
import tropiary

HEADERS = pathlib.Path(__file__).parents[2] / "include" / "tropiary"

pytestmark = pytest.mark.skipif(not HEADERS.is_dir(), reason="the C++ headers are not beside the tests")

#: Python's own numbers and functions do these.
PYTHON_HAS = {
    "Integer", "Rational", "Tropical", "abs", "gcd", "lcm", "floor_div", "ceil_div", "binomial", "factorial", "floor",
    "ceil", "to_double_for_display",
    "read_file", "sha256",
}
#: Python ints, frozensets, tuples, strings and Fractions stand for these; keyword arguments for the options.
PYTHON_WRITES_OTHERWISE = {
    "Element": "int", "element": "int", "index": "int", "ElementSet": "frozenset", "NodeId": "int",
    "RationalVector": "tuple", "RationalMatrix": "tuple", "Relation": "tuple", "Interval": "tuple",
    "AffineForm": "tuple", "Monomial": "tuple", "WeightedNode": "tuple", "PointedPolynomial": "tuple",
    "PointedPolytope": "tuple", "Completion": "tuple", "NamedFamily": "tuple", "RowEchelon": "tuple", "PointsFile": "tuple",
    "PolyhedronFormat": "str", "polyhedron_format": "str", "OutputFile": "tuple", "NetworkFormat": "tuple",
    "Block": "tuple", "MinorStep": "str",
    "Errc": "Error.code", "Action": "str", "HullEngine": "str", "LinearProgramStatus": "str", "PointPosition": "str", "LatticePointRange": "str",
    "QuasiPolynomial": "tuple", "Simplices": "tuple", "Form": "str", "Dtype": "str",
    "LinearExtensionMethod": "str", "linear_extension_method": "str",
    "hull_engine": "str", "Highlight": "str", "highlight_kind": "str", "form": "str", "dtype": "str", "to_string": "str()",
    "CompileOptions": "keywords", "HullOptions": "keywords", "DrawOptions": "keywords",
    "EnumerationOptions": "keywords", "PosetKind": "str", "PosetFormat": "str", "PosetLines": "tuple", "PosetListFileOptions": "keywords",
    "Progress": "keywords", "PoolingLayer": "keywords",
    "ChannelAxis": "bool", "Comparator": "tuple", "Arc": "tuple", "Semiring": "str", "SmallPoset": "Poset",
    "to_poset": "Poset",
    "PosetClass": "str", "poset_class": "str", "obstruction_kind": "str", "UpSetLabels": "str", "up_set_labels": "str",
    "Equivalence": "str", "equivalence": "str", "VertexLabels": "str", "vertex_labels": "str", "EdgeList": "tuple",
    "PolytopeDrawOptions": "keywords",
}
#: This serves signal handlers of C++ programs.
CPP_ALONE = {"remove_temporary_files"}
#: Members whose word differs: special methods and the pairs (b, a...).
MEMBERS_OTHERWISE = {
    "Poset": {"closure_limit"},
    "Posets": {"begin", "end", "Iterator"},
    "UpSets": {"begin", "end", "Iterator"},
    "LinearExtensions": {"begin", "end", "Iterator"},
    "CanonicalTriangulation": {"begin", "end", "Iterator"},
    "OrderPolytopeFaces": {"begin", "end", "Iterator"},
    "MaximalChains": {"begin", "end", "Iterator"},
    "MaximalAntichains": {"begin", "end", "Iterator"},
}

RETURN_TYPE = r"[A-Za-z][\w:<>,&* ]*[ &*>]"


def code_of(header):
    """The text of a header without comments, literals and what is inside the namespace detail."""
    text = re.sub(r"//[^\n]*|/\*.*?\*/", "", header.read_text(), flags=re.S)
    text = re.sub(r'"(\\.|[^"\\])*"', '""', text)
    while (start := text.find("namespace detail {")) >= 0:
        depth = 0
        for end in range(start, len(text)):
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            if depth == 0 and text[end] == "}":
                break
        text = text[:start] + text[end + 1 :]
    return text


def headers():
    return sorted(path for path in HEADERS.rglob("*.hpp") if "interop" not in path.parts)


def public_words():
    """The names of functions and types at the namespace's level, with their header."""
    words = {}
    for header in headers():
        text = code_of(header)
        functions = re.findall(rf"^(?!using|struct|class|enum|template){RETURN_TYPE}(\w+)\(", text, flags=re.M)
        types = re.findall(r"^(?:struct|class|enum class|enum) (\w+)(?= *[{]| : )", text, flags=re.M)
        aliases = re.findall(r"^using (\w+) =", text, flags=re.M)
        for word in functions + types + aliases:
            words.setdefault(word, header.relative_to(HEADERS))
    return words


def members():
    """The public member functions and fields of every struct and class, as pairs (type, member)."""
    found = set()
    for header in headers():
        for name, body in re.findall(r"^(?:struct|class) (\w+)[^;{]*\{(.*?)^\};", code_of(header), flags=re.S | re.M):
            public = re.split(r"^ private:", body, flags=re.M)[0]
            functions = re.findall(rf"^  (?!friend)(?:\[\[nodiscard\]\] )?{RETURN_TYPE}(\w+)\(", public, flags=re.M)
            value = r"(?: = [^;]*|\{\})?"
            fields = re.findall(rf"^  (?!friend|using|static){RETURN_TYPE}(\w+){value};", public, flags=re.M)
            found |= {(name, member) for member in functions + fields if member not in ("operator", name)}
    return found


def test_the_headers_are_read():
    words = public_words()
    for word in ("Poset", "chain", "parse_term", "up_sets", "convex_hull", "compile", "CompiledNetwork", "to_onnx"):
        assert word in words
    assert {("Poset", "upper_covers"), ("Certificate", "worst_neuron"), ("Term", "leaf")} <= members()


def python_has(word):
    return hasattr(tropiary, word) or hasattr(tropiary.exact, word)


def test_python_knows_every_public_word():
    excluded = PYTHON_HAS | set(PYTHON_WRITES_OTHERWISE) | CPP_ALONE
    missing = {word: header for word, header in public_words().items() if not python_has(word) and word not in excluded}
    assert not missing


def test_python_knows_every_public_member():
    missing = {
        (name, member)
        for name, member in members()
        if inspect.isclass(getattr(tropiary, name, None))
        and not hasattr(getattr(tropiary, name), member)
        and member not in MEMBERS_OTHERWISE.get(name, set())
    }
    assert not missing


def test_every_exclusion_is_needed():
    words = public_words()
    excluded = (PYTHON_HAS | set(PYTHON_WRITES_OTHERWISE) | CPP_ALONE) - {"Tropical"}
    assert not {word for word in excluded if word not in words}, "no longer in the headers"
    assert not {word for word in excluded if python_has(word)}, "Python has them after all"


#: Words that Python has beside the headers'.
PYTHON_ADDS = {
    "CanonicalTriangulationIterator",
    "LinearExtensionsIterator", "MINUS_INFINITY", "MaximalAntichainsIterator", "MaximalChainsIterator",
    "MinusInfinity", "OrderPolytopeFacesIterator", "PosetsIterator", "Tropical", "UpSetsIterator",
    "exact", "exactly",
    "from_networkx", "parse_poset", "to_networkx", "torch",
}


def test_python_has_no_words_of_its_own_but_these():
    assert set(tropiary.__all__) - set(public_words()) == PYTHON_ADDS - {"Tropical"}


def documented_things():
    for name in [*tropiary.__all__, "compile", "pow"]:
        thing = getattr(tropiary, name)
        yield name, thing
        if inspect.isclass(thing):
            for member, value in vars(thing).items():
                if not member.startswith("_"):
                    yield f"{name}.{member}", value
                    inner = vars(value).items() if inspect.isclass(value) else ()
                    yield from ((f"{name}.{member}.{m}", v) for m, v in inner if not m.startswith("_"))
    for name in tropiary.exact.__all__:
        yield f"exact.{name}", getattr(tropiary.exact, name)
    yield "torch.module", tropiary.torch.module


def text_of(thing):
    """The docstring without the signatures that come before it."""
    lines = (inspect.getdoc(thing) or "").splitlines()
    return "\n".join(line for line in lines if not re.match(r"(\d+\. )?`*\w+\(.*\) -> ", line))


@pytest.mark.parametrize(("name", "thing"), [pytest.param(n, t, id=n) for n, t in documented_things()])
def test_every_public_name_is_documented(name, thing):
    if name not in ("Error.code", "MINUS_INFINITY", "Tropical"):
        assert re.search(r"\w", text_of(thing).replace("Overloaded function.", "")), name


def test_the_type_hints_know_every_word():
    stub = pathlib.Path(tropiary.__file__).with_name("_tropiary.pyi")
    if not stub.is_file():
        pytest.skip("the package has no stub beside it: it was not installed by CMake")
    tree = ast.parse(stub.read_text())
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert set(tropiary.__all__) | {"compile", "pow"} <= classes.keys() | functions | PYTHON_ADDS
    for name in classes.keys() - {"Error"}:
        hinted = {getattr(node, "name", None) for node in classes[name].body}
        assert {member for member in vars(getattr(tropiary, name)) if not member.startswith("_")} <= hinted, name
