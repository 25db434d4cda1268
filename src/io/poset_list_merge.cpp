#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "io/abbreviate.hpp"
#include "io/append_file.hpp"
#include "io/poset_list_summary.hpp"
#include "io/sha256.hpp"
#include "io/temporary_file.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/files.hpp"
#include "tropiary/io/poset_list.hpp"

namespace tropiary {

namespace {

constexpr std::size_t max_summary = 1U << 20U;

[[noreturn]] void refuse(const std::string& problem) {
  throw Error(Errc::invalid_argument, "merge_poset_lists: " + problem);
}

struct Part {
  std::string path;
  PosetListSummary summary;
};

Part read_part(const std::string& path) {
  const std::string manifest = io::manifest_path(path);
  const bool has_list = io::file_exists(manifest);
  if (!has_list && !io::file_exists(path)) refuse("no file " + io::quote(path, 200));
  Part part{path, {}};
  try {
    part.summary = parse_poset_list_summary(read_file(has_list ? manifest : path, max_summary));
  } catch (const Error& error) {
    if (error.code() == Errc::io_error) throw;
    refuse(has_list ? io::quote(manifest, 200) + " is no manifest: " + error.what()
                    : io::quote(path, 200) + " has no manifest " + io::quote(manifest, 200) + " and is none itself");
  }
  if (part.summary.sha256.empty() == has_list) {
    refuse(io::quote(path, 200) + (has_list ? " has a manifest without a digest" : " is a manifest without its list"));
  }
  return part;
}

/// The parts in their order, one of each.
std::vector<Part> read_parts(const std::vector<std::string>& paths) {
  if (paths.empty()) refuse("no files");
  std::vector<Part> parts;
  for (const std::string& path : paths) parts.push_back(read_part(path));
  std::stable_sort(parts.begin(), parts.end(),
                   [](const Part& a, const Part& b) { return a.summary.shard < b.summary.shard; });
  const PosetListSummary& first = parts.front().summary;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const PosetListSummary& part = parts[i].summary;
    const std::string name = io::quote(parts[i].path, 200);
    if (part.run != first.run) refuse(name + " is of another run: " + part.run + "; not " + first.run);
    if (part.shards != first.shards) {
      refuse(name + " is one of " + std::to_string(part.shards) + " parts, not of " + std::to_string(first.shards));
    }
    if (part.shard > i) refuse("part " + std::to_string(i) + "/" + std::to_string(part.shards) + " is missing");
    if (part.shard < i)
      refuse("part " + std::to_string(part.shard) + "/" + std::to_string(part.shards) + " comes twice");
  }
  if (parts.size() < first.shards) {
    refuse("part " + std::to_string(parts.size()) + "/" + std::to_string(first.shards) + " is missing");
  }
  return parts;
}

/// Verifies a list against its manifest while it goes through.
void read_list(const Part& part, const std::function<void(std::string_view)>& visit) {
  io::Sha256 hash;
  std::uint64_t bytes = 0;
  std::uint64_t lines = 0;
  io::read_blocks(part.path, [&](std::string_view block) {
    hash.update(block);
    bytes += block.size();
    lines += static_cast<std::uint64_t>(std::count(block.begin(), block.end(), '\n'));
    visit(block);
  });
  const std::string name = io::quote(part.path, 200);
  if (bytes != part.summary.bytes) {
    refuse(name + " has " + std::to_string(bytes) + " bytes, its manifest says " + std::to_string(part.summary.bytes));
  }
  if (hash.hexadecimal() != part.summary.sha256) refuse(name + " was changed: its digest is not that of its manifest");
  if (Integer(lines) != part.summary.count) {
    refuse(name + " has " + std::to_string(lines) + " lines, its manifest says " + part.summary.count.to_string());
  }
}

}  // namespace

PosetListSummary merge_poset_lists(const std::vector<std::string>& paths, const std::string& output) {
  const std::vector<Part> parts = read_parts(paths);
  for (const Part& part : parts) {
    std::error_code error;
    if (std::filesystem::equivalent(part.path, output, error)) {
      refuse(io::quote(output, 200) + " is one of the parts, which the union would overwrite");
    }
  }
  PosetListSummary whole = parts.front().summary;
  const bool is_count = whole.sha256.empty();
  whole.shard = 0;
  whole.shards = 1;
  whole.count = 0;
  whole.bytes = 0;
  for (const Part& part : parts) whole.count += part.summary.count;
  const std::optional<Integer> published = io::published_count(whole.run, whole.size);
  if (published && whole.count != *published) {
    refuse("the parts have " + whole.count.to_string() + " posets together; there are " + published->to_string() + " " +
           whole.run);
  }
  if (is_count) {
    if (!output.empty()) write_files({{output, to_json(whole)}});
    return whole;
  }
  std::optional<io::TemporaryFile> temporary;
  std::unique_ptr<io::AppendFile> file;
  if (!output.empty()) {
    if (io::file_exists(output) && !io::is_regular_file(output)) {
      refuse(io::quote(output, 200) + " is no regular file");
    }
    temporary.emplace(output);
    file = std::make_unique<io::AppendFile>(temporary->path());
  }
  io::Sha256 hash;
  for (const Part& part : parts) {
    read_list(part, [&](std::string_view block) {
      hash.update(block);
      whole.bytes += block.size();
      if (file) file->write(block);
    });
  }
  whole.sha256 = hash.hexadecimal();
  if (file) {
    file->sync();
    file->rename_to(output);
    temporary->keep();
    write_files({{io::manifest_path(output), to_json(whole)}});
  }
  return whole;
}

}  // namespace tropiary
