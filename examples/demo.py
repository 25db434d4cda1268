"""The straight line, end to end: a poset, its order polytope, its tropical polynomial, an operad composition, a compiled
network, and files that ONNX Runtime and PyTorch load and evaluate to exactly the values of the mathematics.

    demo.py PROGRAM FOLDER

runs the `tropiary` program, writes its files into FOLDER, and exits with 1 when anything differs.
"""

import json
import pathlib
import random
import subprocess
import sys
import time

import numpy
import onnxruntime
import safetensors.numpy

try:
    import torch
except ImportError:
    torch = None

SEED = 2412
SAMPLES = 1000  # random inputs for each of the sixteen
COMPOSED_SAMPLES = 40  # each is evaluated exactly by a maximum flow

# "Order Theory in the Context of Machine Learning", arXiv 2412.06097: the sixteen posets on four points.
# up-sets, linear extensions, facets of the order polytope, facets of the chain polytope.
PUBLISHED = [
    (9, 6, 7, 7), (16, 24, 8, 8), (12, 12, 7, 7), (6, 2, 6, 6), (10, 8, 7, 7), (10, 8, 7, 7), (9, 6, 6, 6), (6, 2, 6, 6),
    (8, 4, 6, 6), (9, 6, 7, 7), (7, 3, 6, 6), (7, 4, 8, 8), (8, 5, 7, 7), (5, 1, 5, 5), (6, 2, 6, 6), (7, 3, 6, 6),
]  # fmt: skip

COMPOSED = "N(grid:8x8, fence:40, diamond(chain:20, antichain:30, fence:9, N), divisors:60 * grid:6x8)"


class Demo:
    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.random = random.Random(SEED)
        self.differences = 0

    def tropiary(self, *arguments):
        """What the program prints; a failure ends the demo with the program's own message."""
        done = subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"tropiary {' '.join(map(str, arguments))[:200]}\nexited {done.returncode}: {done.stderr.strip()}")
        return done.stdout

    def json(self, *arguments):
        return json.loads(self.tropiary(*arguments, "--json"))

    def show(self, *arguments):
        print("$ tropiary " + " ".join(f'"{a}"' if set(a) & set(" <>(") else a for a in map(str, arguments)))
        print(self.tropiary(*arguments))

    def compile(self, source, name):
        files = [str(self.folder / f"{name}.{extension}") for extension in ("onnx", "safetensors", "json")]
        return self.json("compile", source, "--require-exact", "-o", *files)

    def report(self, runtime, got, exact):
        """Compares bit for bit: a value of a network is an exact number, so int() loses nothing of an integer."""
        differ = sum(float(value) != want or int(value) != want for value, want in zip(got, exact, strict=True))
        self.differences += differ
        return f"{runtime}: {differ} of {len(exact)} differ"


def half_width(certificate):
    """R of a certified box [-R, R]^n."""
    ends = {tuple(interval) if isinstance(interval, list) else (interval["low"], interval["high"])
            for interval in certificate["box"]}  # fmt: skip
    (low, high), = ends
    assert int(low) == -int(high)
    return int(high)


def in_onnxruntime(path, inputs):
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    return session.run(["y"], {"x": inputs})[0][:, 0]


def in_torch(path, inputs):
    """The layers of the safetensors file as an ordinary torch.nn.Sequential."""
    tensors = safetensors.numpy.load_file(path)
    count = sum(name.endswith(".weight") for name in tensors)
    layers = []
    for i in range(count):
        weight, bias = (torch.from_numpy(tensors[f"layers.{i}.{part}"]) for part in ("weight", "bias"))
        linear = torch.nn.Linear(weight.shape[1], weight.shape[0])
        linear.weight.data, linear.bias.data = weight, bias
        layers += [linear, torch.nn.ReLU()]
    with torch.no_grad():
        return torch.nn.Sequential(*layers[:-1])(torch.from_numpy(inputs))[:, 0].numpy()


def one_poset(demo):
    print("== A poset, its order polytope, its tropical polynomial\n")
    demo.show("poset", "info", "N")
    demo.show("polytope", "order", "N")
    demo.show("tropical", "show", "N")
    demo.show("tropical", "eval", "N", "--at", "1,-2,3,1/2")
    demo.tropiary("poset", "draw", "N", "-o", demo.folder / "N.svg")


def sixteen(demo):
    print("== The sixteen published filters on four points\n")
    print("  k  covers               up-sets   e  facets O/C  maxima  exact in float32 for integers in")
    wrong = 0
    evaluated = {"ONNX Runtime": ([], []), "PyTorch": ([], [])}
    for k, published in enumerate(PUBLISHED):
        poset = f"paper:{k}"
        info = demo.json("poset", "info", poset, "--fields", "covers,up_set_count,linear_extension_count")
        facets = [len(demo.json("polytope", kind, poset)["facets"]) for kind in ("order", "chain")]
        summary = demo.compile(poset, f"paper-{k:02}")
        r = half_width(summary["certificate"])
        covers = " ".join(f"{low + 1}<{high + 1}" for low, high in info["covers"]) or "antichain"
        row = (int(info["up_set_count"]), int(info["linear_extension_count"]), *facets)
        wrong += row != published
        print(f" {k:2}  {covers:20} {row[0]:6} {row[1]:4} {row[2]:7}/{row[3]} {summary['max_ops']:9}"
              f"  [-{r}, {r}]^4{'' if row == published else '   published: ' + str(published)}")  # fmt: skip

        up_sets = [json.loads(line) for line in demo.tropiary("poset", "up-sets", poset, "--json").splitlines()]
        points = [[demo.random.randint(-r, r) for _ in range(4)] for _ in range(SAMPLES)]
        inputs = numpy.array(points, dtype=numpy.float32)
        exact = [max(sum(x[i] for i in up_set) for up_set in up_sets) for x in points]
        stem = str(demo.folder / f"paper-{k:02}")
        runtimes = [("ONNX Runtime", in_onnxruntime, ".onnx")] + [("PyTorch", in_torch, ".safetensors")] * (torch is not None)
        for name, run, extension in runtimes:
            evaluated[name][0].extend(run(stem + extension, inputs))
            evaluated[name][1].extend(exact)
    demo.differences += wrong
    print(f"\nThe published table: {wrong} of 16 rows differ")
    print(f"The maximum over the listed up-sets in whole numbers against the compiled networks, {SAMPLES} random integer")
    print(f"points of the box for each poset (seed {SEED}):")
    for name, (got, exact) in evaluated.items():
        print("  " + (demo.report(name, got, exact) if exact else f"{name}: not installed, skipped (scripts/setup --with-torch)"))
    print()


def composed(demo):
    print("== An operad composition\n")
    demo.show("operad", "compose", "N", "chain:2", ".", "antichain:3", ".")
    demo.show("operad", "decompose", "a<c, b<c, b<d, c<e, d<e, f")
    began = time.monotonic()
    info = demo.json("poset", "info", COMPOSED, "--fields", "size,covers,height,up_set_count")
    print(f"A larger one:\n  {COMPOSED}\n  {info['size']} points, {len(info['covers'])} covers, height {info['height']}, "
          f"{info['up_set_count']} up-sets")  # fmt: skip
    summary = demo.compile(COMPOSED, "composed")
    demo.tropiary("poset", "draw", COMPOSED, "--no-labels", "-o", demo.folder / "composed.svg")
    certificate = summary["certificate"]
    r = half_width(certificate)
    print(f"  compiled to {summary['max_ops']} maxima in {summary['hidden_layers']} hidden layers, "
          f"{summary['parameters']} parameters; exact for integers in [-{r}, {r}]^{info['size']}")  # fmt: skip
    print(f"  composed, compiled, drawn and written in {time.monotonic() - began:.1f} s")

    points = [[demo.random.randint(-r, r) for _ in range(info["size"])] for _ in range(COMPOSED_SAMPLES)]
    exact = [int(demo.json("tropical", "eval", COMPOSED, "--at=" + ",".join(map(str, x)))["value"]) for x in points]
    inputs = numpy.array(points, dtype=numpy.float32)
    print(f"  the exact value by maximum flow against the compiled network, {COMPOSED_SAMPLES} random integer points:")
    print("  " + demo.report("  ONNX Runtime", in_onnxruntime(str(demo.folder / "composed.onnx"), inputs), exact))
    if torch is not None:
        print("  " + demo.report("  PyTorch", in_torch(str(demo.folder / "composed.safetensors"), inputs), exact))
    print()


def outside(demo):
    print("== Outside the box the promise ends\n")
    layers = str(demo.folder / "paper-12.onnx")
    r = half_width(demo.json("compile", "N")["certificate"])
    up_sets = [json.loads(line) for line in demo.tropiary("poset", "up-sets", "N", "--json").splitlines()]
    for doublings in range(1, 12):
        bound = r << doublings
        points = [[int(numpy.float32(demo.random.randint(-bound, bound))) for _ in range(4)] for _ in range(SAMPLES)]
        got = in_onnxruntime(layers, numpy.array(points, dtype=numpy.float32))
        for x, value in zip(points, got):
            exact = max(sum(x[i] for i in up_set) for up_set in up_sets)
            if int(value) != exact:
                print(f"  the N at {tuple(x)}, inputs that float32 holds exactly: {exact} is right, the network says {int(value)}")
                print(f"  (|x| up to {bound}, certified were {r})\n")
                return
    demo.differences += 1
    print("  no difference was found: the certificate promises too little\n")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    demo = Demo(sys.argv[1], pathlib.Path(sys.argv[2]))
    demo.folder.mkdir(parents=True, exist_ok=True)
    for part in (one_poset, sixteen, composed, outside):
        part(demo)
    print(f"== {demo.differences} differences. Written into {demo.folder}:\n")
    for name, what in [
        ("N.svg", "the Hasse diagram of the N poset"),
        ("paper-00.onnx … paper-15.onnx", "the sixteen compiled, for ONNX Runtime"),
        ("paper-00.safetensors … paper-15.safetensors", "the same layers with certificate, for PyTorch"),
        ("paper-00.json … paper-15.json", "the same layers as exact rationals"),
        ("composed.svg", "the Hasse diagram of the composed poset"),
        ("composed.onnx, composed.safetensors, composed.json", "the composed poset, compiled"),
    ]:
        print(f"  {name:52} {what}")
    return 1 if demo.differences else 0


if __name__ == "__main__":
    sys.exit(main())
