#include "io/poset_list_summary.hpp"

#include <array>
#include <string_view>

#include "io/json_document.hpp"
#include "io/json_writer.hpp"
#include "tropiary/error.hpp"

namespace tropiary {
namespace io {
namespace {

std::string_view name_of(PosetFormat format) {
  switch (format) {
    case PosetFormat::digraph6:
      return "digraph6";
    case PosetFormat::covers:
      return "covers";
    case PosetFormat::jsonl:
      return "jsonl";
  }
  return "";
}

// OEIS A000112, A001035 and A006455 from n = 0
constexpr std::array<std::string_view, 17> unlabelled = {"1",
                                                         "1",
                                                         "2",
                                                         "5",
                                                         "16",
                                                         "63",
                                                         "318",
                                                         "2045",
                                                         "16999",
                                                         "183231",
                                                         "2567284",
                                                         "46749427",
                                                         "1104891746",
                                                         "33823827452",
                                                         "1338193159771",
                                                         "68275077901156",
                                                         "4483130665195087"};
constexpr std::array<std::string_view, 13> labelled = {"1",
                                                       "1",
                                                       "3",
                                                       "19",
                                                       "219",
                                                       "4231",
                                                       "130023",
                                                       "6129859",
                                                       "431723379",
                                                       "44511042511",
                                                       "6611065248783",
                                                       "1396281677105899",
                                                       "414864951055853499"};
constexpr std::array<std::string_view, 9> naturally_labelled = {"1",   "1",    "2",     "7",      "40",
                                                                "357", "4824", "96428", "2800472"};

}  // namespace

std::string describe_run(std::size_t n, const EnumerationOptions& options, std::optional<PosetFormat> format) {
  std::string text;
  if (options.kind == PosetKind::labelled) text = "labelled ";
  if (options.kind == PosetKind::naturally_labelled) text = "naturally labelled ";
  text += "posets on " + std::to_string(n) + " points";
  const auto flag = [&](bool is_asked, std::string_view name) {
    if (is_asked) text += ", " + std::string(name);
  };
  const auto number = [&](std::optional<std::size_t> value, std::string_view name) {
    if (value) text += ", " + std::string(name) + " " + std::to_string(*value);
  };
  flag(options.connected, "connected");
  flag(options.series_parallel, "series-parallel");
  flag(options.n_free, "N-free");
  flag(options.prime, "prime");
  flag(options.lattice, "lattices");
  flag(options.bounded, "bounded");
  flag(options.graded, "graded");
  flag(options.interval_order, "interval orders");
  flag(options.semiorder, "semiorders");
  number(options.height, "height");
  number(options.width, "width");
  number(options.max_width, "width at most");
  number(options.covers, "covers");
  return text + (format ? ", as " + std::string(name_of(*format)) : ", counted");
}

std::optional<Integer> published_count(const std::string& run, std::size_t n) {
  const std::string whole = run.substr(0, run.rfind(','));
  EnumerationOptions options;
  const auto look_up = [&](PosetKind kind, std::span<const std::string_view> counts) -> std::optional<Integer> {
    options.kind = kind;
    const std::string all = describe_run(n, options, {});
    if (n >= counts.size() || whole != all.substr(0, all.rfind(','))) return {};
    return Integer(counts[n]);
  };
  std::optional<Integer> count = look_up(PosetKind::unlabelled, unlabelled);
  if (!count) count = look_up(PosetKind::labelled, labelled);
  if (!count) count = look_up(PosetKind::naturally_labelled, naturally_labelled);
  return count;
}

}  // namespace io

std::string to_json(const PosetListSummary& summary) {
  io::JsonWriter json;
  json.begin_object();
  json.key("run").string(summary.run);
  json.key("size").number(summary.size);
  json.key("shard").number(summary.shard);
  json.key("shards").number(summary.shards);
  json.key("count").string(summary.count.to_string());
  if (!summary.sha256.empty()) {
    json.key("bytes").number(summary.bytes);
    json.key("sha256").string(summary.sha256);
  }
  json.end_object();
  return std::move(json).text() + "\n";
}

PosetListSummary parse_poset_list_summary(std::string_view text) {
  const io::JsonDocument document = io::JsonDocument::parse("parse_poset_list_summary", text);
  const io::JsonValue root = document.root().object("the summary");
  PosetListSummary summary;
  summary.run = root.member("run").string("run");
  summary.size = root.member("size").natural("size");
  summary.shard = root.member("shard").natural("shard");
  summary.shards = root.member("shards").natural("shards");
  if (summary.shard >= summary.shards) root.member("shard").fail("shard", "less than shards");
  const io::JsonValue count = root.member("count");
  const std::string digits = count.string("count");
  if (digits.empty() || digits.find_first_not_of("0123456789") != std::string::npos || digits.size() > 60) {
    count.fail("count", "a string of digits");
  }
  summary.count = Integer(std::string_view(digits));
  if (const auto digest = root.find("sha256")) {
    summary.sha256 = digest->string("sha256");
    const io::JsonValue bytes = root.member("bytes");
    summary.bytes = bytes.natural("bytes");
  }
  return summary;
}

}  // namespace tropiary
