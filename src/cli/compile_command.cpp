#include <CLI/CLI.hpp>
#include <memory>

#include "cli/cli.hpp"
#include "cli/compile_reports.hpp"
#include "cli/output.hpp"
#include "cli/pooling_options.hpp"
#include "cli/source.hpp"
#include "tropiary/compile/compile.hpp"
#include "tropiary/compile/lower.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/compile_summary.hpp"
#include "tropiary/io/export.hpp"
#include "tropiary/io/files.hpp"

namespace tropiary::cli {

namespace {

struct Options {
  std::string source;
  std::vector<std::string> outputs;
  std::string dtype = "float32";
  std::string form = "relu";
  std::string box;
  int grid = 0;
  std::uint64_t max_parameters = CompileOptions{}.max_parameters;
  bool require_exact = false;
  bool json = false;
  bool compare = false;
  std::size_t atlas = 0;
  PoolingOptions pooling;
};

/// "-8:8" for all inputs, or one such interval for each, comma-separated.
std::vector<Interval> parse_box(const std::string& text) {
  std::vector<Interval> box;
  for (const std::string& part : split(text)) {
    const std::vector<std::string> ends = split(part, ':');
    if (ends.size() != 2) {
      throw Error(Errc::invalid_argument, "compile: --box: \"" + abbreviated(part, 60) + "\" is no interval low:high");
    }
    box.push_back({Rational(std::string_view(ends[0])), Rational(std::string_view(ends[1]))});
  }
  return box;
}

TropicalNetwork lowered(const Source& source) {
  if (const auto* term = std::get_if<Term>(&source)) return lower(*term);
  if (const auto* network = std::get_if<TropicalNetwork>(&source)) return *network;
  return lower(std::get<TropicalPolynomial>(source));
}

CompiledNetwork compile_source(const Source& source, const PoolingOptions& pooling, const CompileOptions& options) {
  if (pooling.given()) return compile(pooling_network(pooling.layer(lowered(source))), options);
  pooling.refuse_without_size();
  if (const auto* term = std::get_if<Term>(&source)) return compile(*term, options);
  if (const auto* network = std::get_if<TropicalNetwork>(&source)) return compile(*network, options);
  return compile(std::get<TropicalPolynomial>(source), options);
}

/// The source, or the pooling layer of it.
Source comparable(const Options& options) {
  if (!options.outputs.empty()) throw Error(Errc::invalid_argument, "compile: --compare writes no files");
  Source source = parse_source(options.source);
  if (options.pooling.given()) return pooling_network(options.pooling.layer(lowered(source)));
  options.pooling.refuse_without_size();
  return source;
}

std::string grid_text(int grid) { return grid == 0 ? "integers" : "multiples of 2^-" + std::to_string(grid); }

void print_summary(const CompiledNetwork& network, const std::vector<std::string>& files) {
  const Certificate& certificate = network.certificate;
  std::vector<std::string> widths;
  for (const std::size_t width : network.widths) widths.push_back(std::to_string(width));
  Table table;
  table.add("form", std::string(to_string(network.form)));
  table.add("maxima", std::to_string(network.max_ops));
  table.add("hidden layers", std::to_string(network.hidden_layers));
  table.add("widths", abbreviated(joined(widths, ", ")));
  table.add("parameters", std::to_string(network.parameters));
  std::string box;
  if (!certificate.box.empty()) {
    const bool uniform =
        std::ranges::all_of(certificate.box, [&](const Interval& i) { return i == certificate.box[0]; });
    box = "[" + certificate.box[0].low.to_string() + ", " + certificate.box[0].high.to_string() + "]" +
          (uniform ? "^" + std::to_string(certificate.box.size()) : ", ... (all with --json)");
  }
  table.add("box", box);
  table.add("exact", certificate.exact ? "yes, in " + std::string(to_string(certificate.dtype)) + " on " +
                                             grid_text(certificate.grid) + " in the box"
                                       : "no: " + (certificate.reasons.empty() ? "" : certificate.reasons.front()));
  table.add("worst partial sum",
            certificate.worst_partial_sum.to_string() + " grid steps (" + certificate.worst_neuron + ")");
  for (const std::string& file : files) table.add("wrote", file);
  table.print(std::cout);
}

}  // namespace

void add_compile_command(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("compile", "Exact network layers from a poset, a term, a polynomial or a network");
  CLI::Option* source = command->add_option("SOURCE", options->source, source_help);
  command
      ->add_option("-o,--output", options->outputs,
                   "files to write, by extension: .onnx, .safetensors, .npz, .json (layer config), .hpp (C++ header), "
                   ".cuh (the same for CUDA)")
      ->expected(1, 64);
  command->add_option("--dtype", options->dtype, "float32, float64, float16 or bfloat16")->capture_default_str();
  command
      ->add_option(
          "--form", options->form,
          "relu: strict MLP of Gemm and ReLU; maxout: layers of Gemm and grouped maxima; dag: sparse rows with skip "
          "edges; filters: one row for each up-set or monomial, the baseline")
      ->capture_default_str();
  command->add_option("--box", options->box,
                      "inputs the exactness is promised for: low:high, or one per input; without it the largest "
                      "[-R, R] that is exact, R a power of two");
  command->add_option("--grid", options->grid, "inputs are multiples of 2^-GRID")->capture_default_str();
  command->add_option("--max-parameters", options->max_parameters, "refuse a strict form with more numbers than this")
      ->check(whole_number)
      ->capture_default_str();
  command->add_flag("--require-exact", options->require_exact, "fail unless every result in the box is exact");
  options->pooling.add_to(*command);
  CLI::Option* compare = command->add_flag("--compare", options->compare,
                                           "all forms side by side, and the least depth known to be needed");
  command
      ->add_option("--atlas", options->atlas,
                   "instead of SOURCE: all posets on at most this many points, as files in the new folder -o, with "
                   "index.jsonl")
      ->excludes(source)
      ->excludes(compare);
  command->add_flag(
      "--json", options->json,
      "one JSON object (docs/schemas/compile.schema.json; of --compare docs/schemas/compare.schema.json)");
  command->footer(
      "Examples:\n"
      "  tropiary compile N -o n.onnx n.safetensors n.json\n"
      "  tropiary compile \"N(chain:2, ., antichain:3, .)\" --dtype bfloat16 --box -4:4 --require-exact\n"
      "  tropiary compile \"max(0, x1, 2*x1 - x2)\" -o f.onnx --json\n"
      "  tropiary compile N --compare\n"
      "  tropiary compile --atlas 5 -o atlas\n"
      "  tropiary compile median:9 --size 8x8 --stride 1x1 --form maxout -o median.onnx");
  command->callback([options] {
    CompileOptions compile_options;
    compile_options.form = form(options->form);
    compile_options.dtype = dtype(options->dtype);
    compile_options.box = parse_box(options->box);
    compile_options.grid = options->grid;
    compile_options.max_parameters = options->max_parameters;
    compile_options.require_exact = options->require_exact;
    if (options->atlas > 0) {
      if (options->json) throw Error(Errc::invalid_argument, "compile: --atlas writes index.jsonl and prints no JSON");
      if (options->outputs.size() != 1)
        throw Error(Errc::invalid_argument, "compile: --atlas needs one folder, -o DIR");
      return write_atlas(options->atlas, options->outputs[0], compile_options);
    }
    if (options->source.empty()) throw Error(Errc::invalid_argument, "compile: SOURCE is required");
    if (options->compare) return print_comparison(comparable(*options), compile_options, options->json);
    for (const std::string& path : options->outputs) check_network_format(path, compile_options.form);

    const Source source = parse_source(options->source);
    CompiledNetwork network = compile_source(source, options->pooling, compile_options);
    if (std::holds_alternative<TropicalNetwork>(source) || options->pooling.given()) {
      network.source = abbreviated(options->source, 4096) + " (" + network.source + ")";
    }
    std::vector<OutputFile> files;
    for (const std::string& path : options->outputs) files.push_back({path, export_network(network, path)});
    write_files(files);
    if (options->json) {
      std::cout << to_compile_summary(network, options->outputs) << '\n';
    } else {
      print_summary(network, options->outputs);
    }
  });
}

}  // namespace tropiary::cli
