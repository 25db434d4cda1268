#include <unistd.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <cmath>
#include <iostream>
#include <memory>
#include <tuple>
#include <utility>

#include "cli/cli.hpp"
#include "cli/line_writer.hpp"
#include "cli/output.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/poset_list.hpp"

namespace tropiary::cli {

namespace {

std::pair<std::size_t, std::size_t> parse_shard(const std::string& text) {
  const auto refuse = [&]() -> std::size_t {
    throw Error(Errc::invalid_argument, "poset enumerate: --shard \"" + abbreviated(text, 40) +
                                            "\" is no part i/m with 0 <= i < m, such as 0/8");
  };
  const auto number = [&](std::string_view digits) -> std::size_t {
    std::size_t value = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && stop == digits.data() + digits.size() && !digits.empty() ? value : refuse();
  };
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos) refuse();
  const std::pair part(number(std::string_view(text).substr(0, slash)),
                       number(std::string_view(text).substr(slash + 1)));
  if (part.first >= part.second) refuse();
  return part;
}

struct EnumerateOptions {
  std::size_t size = 0;
  EnumerationOptions which;
  bool labelled = false;
  bool naturally_labelled = false;
  bool count = false;
  std::string shard;
  std::string format = "digraph6";
  std::uint64_t limit = 0;
  bool json = false;
  std::string output;
  PosetListFileOptions file;
  double checkpoint_seconds = 10;
};

PosetFormat parse_format(const std::string& name) {
  if (name == "digraph6") return PosetFormat::digraph6;
  return name == "covers" ? PosetFormat::covers : PosetFormat::jsonl;
}

/// The nodes that are done, on a terminal; for work that prints nothing until its end.
void show_progress(Progress& progress) {
  if (::isatty(STDERR_FILENO) == 0) return;
  progress.report = [](std::uint64_t done) { std::cerr << '\r' << done << " nodes of the search done" << std::flush; };
}

void end_progress(const Progress& progress) {
  if (progress.report) std::cerr << "\r\033[K" << std::flush;
}

void print_summary(const PosetListSummary& summary, const std::string& where, bool json) {
  if (json) {
    std::cout << to_json(summary);
    return;
  }
  std::cout << summary.count.to_string() << " " << summary.run;
  if (summary.shards > 1) std::cout << ", part " << summary.shard << "/" << summary.shards;
  if (!where.empty()) std::cout << ": " << where;
  if (!summary.sha256.empty()) std::cout << "\nsha256 " << summary.sha256;
  std::cout << '\n';
}

void check(const EnumerateOptions& options) {
  const auto refuse = [](const std::string& problem) {
    throw Error(Errc::invalid_argument, "poset enumerate: " + problem);
  };
  if (options.output.empty() && !options.file.checkpoint.empty())
    refuse("--checkpoint is for a list in a file: -o FILE");
  if (options.file.resume && options.file.checkpoint.empty()) refuse("--resume takes --checkpoint FILE");
  if (!options.output.empty() && options.limit != 0) refuse("--limit is for standard output, not for -o FILE");
  if (options.count && !options.file.checkpoint.empty()) {
    refuse("--count keeps no checkpoint; split a long count with --shard i/m and join the parts with poset merge");
  }
}

void list_to_standard_output(const EnumerateOptions& options, PosetFormat format) {
  LineWriter out;
  std::uint64_t left = options.limit;
  list_posets(options.size, options.which, format, [&](const PosetLines& lines) {
    std::string_view text = lines.text;
    if (options.limit != 0 && left < lines.posets) {
      std::size_t end = 0;
      for (; left > 0; --left) end = text.find('\n', end) + 1;
      out.write_lines(text.substr(0, end));
      return false;
    }
    left -= options.limit != 0 ? lines.posets : 0;
    return out.write_lines(text) && (options.limit == 0 || left != 0);
  });
}

void enumerate(EnumerateOptions& options) {
  check(options);
  if (!options.shard.empty()) std::tie(options.which.shard, options.which.shards) = parse_shard(options.shard);
  if (options.labelled) options.which.kind = PosetKind::labelled;
  if (options.naturally_labelled) options.which.kind = PosetKind::naturally_labelled;
  options.file.interval = std::chrono::milliseconds(std::llround(1000 * options.checkpoint_seconds));
  show_progress(options.which.progress);
  if (options.count) {
    if (options.output.empty()) {
      const std::string count = count_posets(options.size, options.which).to_string();
      end_progress(options.which.progress);
      if (options.json) return print_json({{"count", count}});
      std::cout << count << '\n';
      return;
    }
    const PosetListSummary summary = write_poset_count(options.output, options.size, options.which);
    end_progress(options.which.progress);
    return print_summary(summary, options.output, options.json);
  }
  if (options.output.empty()) {
    options.which.progress = {};
    return list_to_standard_output(options, options.json ? PosetFormat::jsonl : parse_format(options.format));
  }
  const PosetListSummary summary =
      write_poset_list(options.output, options.size, options.which, parse_format(options.format), options.file);
  end_progress(options.which.progress);
  print_summary(summary, options.output, options.json);
}

}  // namespace

void add_poset_enumerate(CLI::App& poset) {
  auto options = std::make_shared<EnumerateOptions>();
  CLI::App* command = poset.add_subcommand("enumerate", "All posets of a size, one of each isomorphism type");
  EnumerationOptions& which = options->which;
  command->add_option("N", options->size, "number of points, at most 16")->required()->check(whole_number);
  CLI::Option* labelled = command->add_flag("--labelled", options->labelled, "all partial orders on N labelled points");
  command
      ->add_flag("--naturally-labelled", options->naturally_labelled,
                 "those among them in which i < j only when i comes before j")
      ->excludes(labelled);
  command->add_flag("--count", options->count, "only their number; the numbers of all parts i/m add up");
  command->add_flag("--connected", which.connected, "only connected ones");
  command->add_flag("--series-parallel", which.series_parallel, "only those made by disjoint unions and ordinal sums");
  command->add_flag("--n-free", which.n_free, "only those whose Hasse diagram has no N");
  command->add_flag("--prime", which.prime, "only those without proper modules");
  command->add_flag("--lattice", which.lattice, "only lattices");
  command->add_flag("--bounded", which.bounded, "only those with a least and a greatest point");
  command->add_flag("--graded", which.graded, "only those whose maximal chains have equal lengths");
  command->add_flag("--interval-order", which.interval_order, "only interval orders");
  command->add_flag("--semiorder", which.semiorder, "only semiorders");
  command->add_option("--height", which.height, "only those whose longest chains have so many elements")
      ->check(whole_number);
  command->add_option("--width", which.width, "only those whose largest antichains have so many elements")
      ->check(whole_number);
  command->add_option("--max-width", which.max_width, "only those without larger antichains")->check(whole_number);
  command->add_option("--covers", which.covers, "only those whose Hasse diagram has so many edges")
      ->check(whole_number);
  command->add_option("--shard", options->shard, "i/m: part i = 0, ..., m - 1 of m parts, always the same ones");
  command->add_option("--threads", which.threads, "how many; they change nothing but the time")->check(positive_number);
  command->add_option("--format", options->format, "digraph6, covers or jsonl, one poset per line")
      ->check(CLI::IsMember({"digraph6", "covers", "jsonl"}));
  CLI::Option* limit = command->add_option("--limit", options->limit, "stop after so many")->check(positive_number);
  command->add_option("-o,--output", options->output,
                      "a file, which appears when it is complete; its count and digest go to FILE.manifest.json");
  command->add_option("--checkpoint", options->file.checkpoint, "a file to keep the position of a long run in");
  command->add_flag("--resume", options->file.resume, "go on from the checkpoint of a run that was killed");
  command->add_option("--checkpoint-seconds", options->checkpoint_seconds, "time between two checkpoints")
      ->check(CLI::Range(0.0, 1e6))
      ->capture_default_str();
  command->add_flag("--json", options->json,
                    "{\"count\": \"16\"}, --format jsonl (docs/schemas/poset.schema.json), or with -o the manifest "
                    "(docs/schemas/poset_list.schema.json)");
  limit->excludes(command->get_option("--count"));
  command->footer(
      "Examples:\n"
      "  tropiary poset enumerate 4 --format covers\n"
      "  tropiary poset enumerate 12 --count\n"
      "  tropiary poset enumerate 7 --connected --height 2 --count\n"
      "  tropiary poset enumerate 10 --shard 3/8 -o part3.d6\n"
      "  tropiary poset enumerate 12 -o all.d6 --threads 2 --checkpoint all.check   (and again with --resume)");
  command->callback([options] { enumerate(*options); });
}

void add_poset_merge(CLI::App& poset) {
  struct MergeOptions {
    std::vector<std::string> files;
    std::string output;
    bool json = false;
  };
  auto options = std::make_shared<MergeOptions>();
  CLI::App* command =
      poset.add_subcommand("merge", "Verifies and joins the parts that poset enumerate -o wrote, lists or counts");
  command->add_option("FILES", options->files, "all parts of one enumeration, in any order")->required();
  command->add_option("-o,--output", options->output,
                      "where the union goes, with its manifest; without it: only verify");
  command->add_flag("--json", options->json, "the manifest of the union (docs/schemas/poset_list.schema.json)");
  command->footer(
      "Examples:\n"
      "  tropiary poset merge part0.d6 part1.d6 part2.d6 -o all.d6\n"
      "  tropiary poset merge count-*.json");
  command->callback(
      [options] { print_summary(merge_poset_lists(options->files, options->output), options->output, options->json); });
}

}  // namespace tropiary::cli
