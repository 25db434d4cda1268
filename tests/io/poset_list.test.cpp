#include "tropiary/io/poset_list.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "io/scratch_folder.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/digraph6.hpp"
#include "tropiary/io/files.hpp"
#include "tropiary/io/json.hpp"
#include "tropiary/order/relations.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

std::string line_of(const Poset& p, PosetFormat format) {
  if (format == PosetFormat::digraph6) return to_digraph6(p) + "\n";
  return (format == PosetFormat::covers ? to_relations_text(p) : to_json(p)) + "\n";
}

struct Listed {
  std::string text;
  std::uint64_t posets = 0;
};

Listed listed(std::size_t n, const EnumerationOptions& options, PosetFormat format) {
  Listed all;
  CHECK(list_posets(n, options, format, [&](const PosetLines& lines) {
    all.text += lines.text;
    all.posets += lines.posets;
    return true;
  }));
  return all;
}

}  // namespace

TEST_CASE("a list of posets has the lines that its posets have one by one") {
  std::vector<EnumerationOptions> all(6);
  all[1].kind = PosetKind::labelled;
  all[2].kind = PosetKind::naturally_labelled;
  all[3].lattice = true;
  all[4].bounded = true;
  all[5].prime = true;
  for (EnumerationOptions& options : all) {
    for (const PosetFormat format : {PosetFormat::digraph6, PosetFormat::covers, PosetFormat::jsonl}) {
      for (std::size_t n = 0; n <= (options.kind == PosetKind::unlabelled ? 7U : 4U); ++n) {
        Listed expected;
        for (const SmallPoset& p : posets(n, options)) {
          expected.text += line_of(to_poset(p), format);
          ++expected.posets;
        }
        for (const std::size_t threads : {1U, 2U}) {
          options.threads = threads;
          const Listed found = listed(n, options, format);
          CHECK(found.posets == expected.posets);
          CHECK((found.text == expected.text));
        }
      }
    }
  }
}

TEST_CASE("digraph6 lines of large posets are those that are written one by one") {
  for (std::size_t n = 8; n <= 16; ++n) {
    std::string text;
    list_posets(n, {}, PosetFormat::digraph6, [&](const PosetLines& lines) {
      text += lines.text;
      return false;
    });
    std::string expected;
    for (const SmallPoset& p : posets(n)) {
      expected += to_digraph6(to_poset(p)) + "\n";
      if (expected.size() > 100000) break;
    }
    const std::size_t size = std::min(text.size(), expected.size());
    CHECK(size > 50000);
    CHECK((text.substr(0, size) == expected.substr(0, size)));
  }
}

TEST_CASE("a list goes on where a part of it ended") {
  const Listed whole = listed(9, {}, PosetFormat::digraph6);
  for (const std::size_t threads : {1U, 2U}) {
    EnumerationOptions options;
    options.threads = threads;
    std::string text;
    std::optional<std::uint64_t> next_node;
    CHECK_FALSE(list_posets(9, options, PosetFormat::digraph6, [&](const PosetLines& lines) {
      text += lines.text;
      next_node = lines.next_node;
      return text.size() < whole.text.size() / 3 || !next_node;
    }));
    REQUIRE(next_node);
    CHECK(text.size() < whole.text.size());
    options.first_node = *next_node;
    text += listed(9, options, PosetFormat::digraph6).text;
    CHECK((text == whole.text));
  }
}

TEST_CASE("summaries survive being written and malformed ones are refused") {
  const PosetListSummary summary{"posets on 8 points, as digraph6", 8, 3, 7, Integer(12345), 678, std::string(64, 'a')};
  CHECK(parse_poset_list_summary(to_json(summary)) == summary);
  PosetListSummary counted = summary;
  counted.bytes = 0;
  counted.sha256.clear();
  CHECK(parse_poset_list_summary(to_json(counted)) == counted);
  for (const char* text : {"", "{}", "[]", R"({"run": "r", "size": 1, "shard": 1, "shards": 1, "count": "1"})",
                           R"({"run": "r", "size": 1, "shard": 0, "shards": 1, "count": "-1"})",
                           R"({"run": "r", "size": 1, "shard": 0, "shards": 1, "count": 1})",
                           R"({"run": "r", "size": 1, "shard": 0, "shards": 1, "count": "1", "sha256": "a"})"}) {
    CHECK_THROWS_AS(parse_poset_list_summary(text), Error);
  }
}

TEST_CASE("a list that was stopped is resumed with the same result") {
  const ScratchFolder folder;
  const std::string path = folder / "list";
  const Listed whole = listed(9, {}, PosetFormat::digraph6);
  PosetListFileOptions file;
  file.checkpoint = folder / "check";
  file.interval = std::chrono::milliseconds(0);
  EnumerationOptions options;
  std::stop_source stop;
  options.progress.stop = stop.get_token();
  options.progress.report = [&](std::uint64_t) { stop.request_stop(); };
  CHECK_THROWS_AS(write_poset_list(path, 9, options, PosetFormat::digraph6, file), Error);
  CHECK_THROWS_AS(write_poset_list(path, 9, {}, PosetFormat::digraph6, file), Error);  // not asked to resume
  file.resume = true;
  CHECK_THROWS_AS(write_poset_list(path, 8, {}, PosetFormat::digraph6, file), Error);  // another run
  const PosetListSummary summary = write_poset_list(path, 9, {}, PosetFormat::digraph6, file);
  CHECK(summary.count == Integer(whole.posets));
  CHECK(summary.sha256 == sha256(whole.text));
  CHECK((read_file(path) == whole.text));
  CHECK(parse_poset_list_summary(read_file(path + ".manifest.json")) == summary);
  CHECK_THROWS_AS(write_poset_list(path, 9, {}, PosetFormat::digraph6, file), Error);  // nothing to resume
  CHECK(merge_poset_lists({path}) == summary);
  CHECK_THROWS_AS(merge_poset_lists({path, path}), Error);
  CHECK_THROWS_AS(merge_poset_lists({}), Error);
}
