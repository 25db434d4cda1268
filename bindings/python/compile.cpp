#include "tropiary/compile/compile.hpp"

#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/io/network_argument.hpp"
#include "tropiary/io/poset_argument.hpp"

namespace tropiary::python {

/// None, a radius, one interval for all inputs or one for each.
struct Box {
  std::vector<Interval> intervals;
};

}  // namespace tropiary::python

namespace nanobind::detail {

template <>
struct type_caster<tropiary::python::Box> {
  NB_TYPE_CASTER(tropiary::python::Box,
                 const_name("int | fractions.Fraction | tuple | collections.abc.Sequence[tuple]"))
  bool from_python(handle source, std::uint32_t flags, cleanup_list* cleanup) {
    value.intervals.clear();
    if (source.is_none()) return true;
    make_caster<tropiary::Rational> radius;
    if (radius.from_python(source, flags, cleanup)) {
      value.intervals.push_back({-radius.value, radius.value});
      return true;
    }
    const object items = tropiary::python::items_of(source.ptr());
    if (!items.is_valid()) return false;
    const bool are_pairs = PySequence_Fast_GET_SIZE(items.ptr()) > 0 &&
                           tropiary::python::items_of(PySequence_Fast_GET_ITEM(items.ptr(), 0)).is_valid();
    if (are_pairs) {
      make_caster<std::vector<tropiary::Interval>> each;
      if (!each.from_python(source, flags, cleanup)) return false;
      value.intervals = std::move(each.value);
      return true;
    }
    make_caster<tropiary::Interval> one;
    if (!one.from_python(source, flags, cleanup)) return false;
    value.intervals.push_back(std::move(one.value));
    return true;
  }
};

}  // namespace nanobind::detail

namespace tropiary::python {

namespace {

/// Reads a Source from Python; text is a POSET argument.
template <class Source, class Argument = const Source&>
void def_compile(nb::module_& m, const char* doc) {
  using namespace nb::literals;
  m.def(
      "compile",
      [](Argument source, std::string_view form_name, std::string_view dtype_name, Box box, int grid,
         bool require_exact, std::uint64_t max_parameters) {
        const CompileOptions options{form(form_name), dtype(dtype_name), std::move(box.intervals), grid,
                                     require_exact,   max_parameters};
        if constexpr (std::is_same_v<Source, std::string_view>) {
          if (auto named = parse_network_argument(source)) return compile(named->network, options);
          return compile(parse_term_argument(source), options);
        } else {
          return compile(source, options);
        }
      },
      "source"_a, nb::kw_only(), "form"_a = "relu", "dtype"_a = "float32", "box"_a = nb::none(), "grid"_a = 0,
      "require_exact"_a = false, "max_parameters"_a = CompileOptions{}.max_parameters, without_gil(), doc);
}

void bind_certificate(nb::module_& m) {
  nb::class_<Certificate>(m, "Certificate",
                          "The promise of a compiled network: for every input on the grid inside the box, every "
                          "partial sum is a number of the dtype, so the result equals the mathematics bit for bit.")
      .def_prop_ro(
          "dtype", [](const Certificate& c) { return to_string(c.dtype); },
          "\"float64\", \"float32\", \"float16\" or \"bfloat16\".")
      .def_ro("box", &Certificate::box, "One pair (low, high) of Fractions per input.")
      .def_ro("grid", &Certificate::grid, "g: inputs are multiples of 2^-g.")
      .def_ro("worst_partial_sum", &Certificate::worst_partial_sum,
              "The largest |b| + sum |w|·max|a| over the neurons, in grid steps.")
      .def_ro("worst_neuron", &Certificate::worst_neuron, "Where it is attained.")
      .def_ro("exact", &Certificate::exact, "Whether the promise holds.")
      .def_ro("reasons", &Certificate::reasons, "Why it does not, one sentence each.")
      .def("__bool__", [](const Certificate& c) { return c.exact; })
      .def("__repr__", [](const Certificate& c) {
        return std::string(c.exact ? "<Certificate: exact in " : "<Certificate: not exact in ") +
               std::string(to_string(c.dtype)) + ", inputs on the grid 2^-" + std::to_string(c.grid) +
               ", worst partial sum " + c.worst_partial_sum.to_string() + ">";
      });
}

void bind_parts(nb::module_& m) {
  nb::class_<DenseLayer>(
      m, "DenseLayer",
      "One exact dense layer W x + b. In the relu form ReLU follows every layer but the last; in the maxout and "
      "filters forms the maximum of each `pieces` consecutive rows follows every layer.")
      .def_ro("rows", &DenseLayer::rows, "The number of outputs.")
      .def_ro("columns", &DenseLayer::columns, "The number of inputs.")
      .def_ro("weights", &DenseLayer::weights, "W as rows · columns Fractions, row by row.")
      .def_ro("bias", &DenseLayer::bias, "b as Fractions.")
      .def_ro("pieces", &DenseLayer::pieces, "The rows of each group whose maximum is taken; 1 in the relu form.");
  nb::class_<DagProgram>(m, "DagProgram",
                         "The dag form in compressed rows. Slots 0..inputs-1 are the inputs, slot inputs + i is node "
                         "i: constant + sum of weight·slot over its row (op 0), or the maximum of its slots without "
                         "(op 1) or with (op 2) its constant.")
      .def_ro("ops", &DagProgram::ops, "0 affine, 1 maximum without constant, 2 maximum with constant.")
      .def_ro("row_starts", &DagProgram::row_starts, "Row i is row_starts[i] .. row_starts[i + 1].")
      .def_ro("slots", &DagProgram::slots, "The slot of each entry.")
      .def_ro("weights", &DagProgram::weights, "The weight of each entry; 1 in a maximum.")
      .def_ro("constants", &DagProgram::constants, "One for each node.")
      .def_ro("outputs", &DagProgram::outputs, "The output slots.");
  nb::class_<Buffer>(m, "Buffer", "A named buffer in the file's number type, row-major, little-endian.")
      .def_ro("name", &Buffer::name, "E.g. \"layers.0.weight\".")
      .def_ro("dtype", &Buffer::dtype, "The safetensors name: F64, F32, F16, BF16, U8, U32, I64.")
      .def_ro("shape", &Buffer::shape, "The lengths of its axes.")
      .def_prop_ro(
          "bytes",
          [](const Buffer& buffer) {
            return nb::bytes(reinterpret_cast<const char*>(buffer.bytes.data()), buffer.bytes.size());
          },
          "The numbers themselves.");
}

}  // namespace

void bind_compile(nb::module_& m) {
  using namespace nb::literals;
  bind_certificate(m);
  bind_parts(m);
  nb::class_<CompiledNetwork>(m, "CompiledNetwork",
                              "A compiled network: exact layers, their certificate, and the rounded buffers. "
                              "network(x) is the exact value of what was compiled, a tuple of Fractions; weights() the "
                              "arrays; save(\"f.onnx\", \"f.safetensors\", \"f.json\") writes files.")
      .def_prop_ro(
          "form", [](const CompiledNetwork& n) { return to_string(n.form); },
          "\"relu\" (strict MLP: Gemm, ReLU, ..., Gemm), \"maxout\" (layers of Gemm and grouped maxima), \"dag\" "
          "(sparse "
          "rows and maxima with skip edges) or \"filters\" (one row for each up-set or monomial, then their maximum).")
      .def_ro("inputs", &CompiledNetwork::inputs, "The number of inputs.")
      .def_ro("outputs", &CompiledNetwork::outputs, "The number of outputs.")
      .def_ro("max_ops", &CompiledNetwork::max_ops, "Two-argument maxima of the mathematics; a ReLU counts as one.")
      .def_ro("hidden_layers", &CompiledNetwork::hidden_layers, "The number of hidden layers.")
      .def_ro("widths", &CompiledNetwork::widths, "Of the hidden layers, shift carries included.")
      .def_ro("parameters", &CompiledNetwork::parameters, "Numbers stored: weights and biases.")
      .def_ro("source", &CompiledNetwork::source, "Text of what was compiled, abbreviated when long.")
      .def_ro("layers", &CompiledNetwork::layers, "The exact dense layers of the relu form.")
      .def_ro("program", &CompiledNetwork::program, "The exact program of the dag form.")
      .def_ro("certificate", &CompiledNetwork::certificate, "The exactness certificate.")
      .def_ro("buffers", &CompiledNetwork::buffers, "The rounded numbers, as they are written to files.")
      .def(
          "__call__", [](const CompiledNetwork& n, const RationalVector& x) { return n(x); }, "x"_a, without_gil(),
          "The exact value of the layers at x: in the certified box that of the source. Beyond it the shifts of the relu "
          "form may clip, as in every runtime; dag, maxout and filters hold everywhere.")
      .def("__repr__", [](const CompiledNetwork& n) {
        return "<CompiledNetwork, " + std::string(to_string(n.form)) + ", " + std::to_string(n.inputs) + " inputs, " +
               std::to_string(n.max_ops) + " maxima, " + std::string(to_string(n.certificate.dtype)) +
               (n.certificate.exact ? ", certified exact>" : ", not certified exact>");
      });

  const char* doc =
      "Compiles a Poset, a Term, a TropicalPolynomial, a TropicalNetwork or the text of a POSET argument to numeric "
      "layers.\n\n"
      "form: \"relu\", \"maxout\", \"dag\" or \"filters\". dtype: \"float64\", \"float32\", \"float16\" or "
      "\"bfloat16\". box: where the result "
      "shall be exact: a radius R for [-R, R], a pair (low, high), one pair for each input, or None for the largest "
      "[-R, R] that is exact, R a power of two. grid: inputs are multiples of 2^-grid. require_exact: raise Error "
      "unless the certificate is exact. A relu form of more than max_parameters is refused beforehand.";
  def_compile<Poset>(m, doc);
  def_compile<Term>(m, "");
  def_compile<TropicalPolynomial>(m, "");
  def_compile<TropicalNetwork>(m, "");
  def_compile<std::string_view, std::string_view>(m, "");

  m.def(
      "significand_bits", [](std::string_view name) { return significand_bits(dtype(name)); }, "dtype"_a,
      "p: every integer of absolute value at most 2^p is a number of the dtype.");
  m.def(
      "byte_size", [](std::string_view name) { return byte_size(dtype(name)); }, "dtype"_a,
      "The bytes of a number of the dtype.");
}

}  // namespace tropiary::python
