#include <algorithm>
#include <array>
#include <optional>

#include "cli/compile_reports.hpp"
#include "cli/output.hpp"
#include "tropiary/error.hpp"
#include "tropiary/network/depth_bound.hpp"

namespace tropiary::cli {

namespace {

constexpr std::array<Form, 4> all_forms = {Form::relu, Form::maxout, Form::dag, Form::filters};
constexpr std::size_t most_points = 16;  // for the search of odd minors

CompiledNetwork compiled(const Source& source, const CompileOptions& options) {
  return std::visit([&](const auto& value) { return compile(value, options); }, source);
}

Json row(const Source& source, CompileOptions options, Form form) {
  options.form = form;
  Json result = {{"form", to_string(form)}};
  try {
    const CompiledNetwork network = compiled(source, options);
    const Certificate& certificate = network.certificate;
    std::size_t widest = 0;
    for (const std::size_t width : network.widths) widest = std::max(widest, width);
    std::size_t bytes = 0;
    for (const Buffer& buffer : network.buffers) bytes += buffer.bytes.size();
    result["max_ops"] = network.max_ops;
    result["hidden_layers"] = network.hidden_layers;
    result["widest"] = widest;
    result["parameters"] = network.parameters;
    result["bytes"] = bytes;
    result["exact"] = certificate.exact;
    result["box"] = Json::array();
    if (!certificate.box.empty()) {
      result["box"] = {certificate.box[0].low.to_string(), certificate.box[0].high.to_string()};
    }
  } catch (const Error& error) {
    if (error.code() != Errc::too_large && error.code() != Errc::invalid_argument && error.code() != Errc::inexact)
      throw;
    result["refused"] = error.what();
  }
  return result;
}

std::optional<DepthBound> known_depth(const Source& source) {
  const auto* term = std::get_if<Term>(&source);
  if (term == nullptr || term->size() == 0 || term->size() > most_points) return std::nullopt;
  return depth_lower_bound(expand(*term));
}

Json depth_json(const DepthBound& bound) {
  Json steps = Json::array();
  for (const MinorStep& step : bound.steps) steps.push_back(to_string(step));
  return {{"hidden_layers", bound.hidden_layers},
          {"minor_points", bound.minor.size()},
          {"minor_linear_extensions", bound.linear_extensions.to_string()},
          {"steps", std::move(steps)}};
}

std::string cell(const Json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

void print_table(const std::vector<Json>& rows) {
  const std::array<std::pair<const char*, const char*>, 7> columns = {{{"form", "form"},
                                                                       {"max_ops", "maxima"},
                                                                       {"hidden_layers", "layers"},
                                                                       {"widest", "widest"},
                                                                       {"parameters", "parameters"},
                                                                       {"bytes", "bytes"},
                                                                       {"box", "exact for |x| <="}}};
  std::vector<std::vector<std::string>> cells(1);
  for (const auto& [key, title] : columns) cells[0].emplace_back(title);
  for (const Json& row : rows) {
    std::vector<std::string> line;
    for (const auto& [key, title] : columns) {
      if (!row.contains(key)) break;
      const bool is_box = std::string_view(key) == "box";
      line.push_back(is_box ? (row["exact"] == true && !row[key].empty() ? cell(row[key][1]) : "-") : cell(row[key]));
    }
    if (row.contains("refused")) line.push_back(abbreviated(row["refused"].get<std::string>(), 100));
    cells.push_back(std::move(line));
  }
  std::vector<std::size_t> widths(columns.size(), 0);
  for (const auto& line : cells) {
    for (std::size_t i = 0; i < line.size() && line.size() == columns.size(); ++i) {
      widths[i] = std::max(widths[i], line[i].size());
    }
  }
  for (const auto& line : cells) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::size_t padding = i < widths.size() && line[i].size() < widths[i] ? widths[i] - line[i].size() : 0;
      std::cout << "  " << (i == 0 ? line[i] + std::string(padding, ' ') : std::string(padding, ' ') + line[i]);
    }
    std::cout << '\n';
  }
}

}  // namespace

void print_comparison(const Source& source, const CompileOptions& options, bool json) {
  std::vector<Json> rows;
  for (const Form form : all_forms) rows.push_back(row(source, options, form));
  const std::optional<DepthBound> depth = known_depth(source);
  if (json) {
    Json result = {{"forms", rows}};
    if (depth) result["depth_lower_bound"] = depth_json(*depth);
    return print_json(result);
  }
  print_table(rows);
  if (!depth) return;
  std::cout << "\n  ReLU networks with integer weights need at least " << depth->hidden_layers
            << " hidden layers: a minor on " << depth->minor.size() << " points has "
            << depth->linear_extensions.to_string() << " linear extensions, an odd number\n";
}

}  // namespace tropiary::cli
