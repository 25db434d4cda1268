#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "io/abbreviate.hpp"
#include "io/append_file.hpp"
#include "io/json_document.hpp"
#include "io/json_writer.hpp"
#include "io/poset_list_summary.hpp"
#include "io/sha256.hpp"
#include "io/temporary_file.hpp"
#include "order/enumeration/enumeration_check.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/files.hpp"
#include "tropiary/io/poset_list.hpp"

namespace tropiary {

namespace {

constexpr std::size_t max_summary = 1U << 20U;

/// A summary of the lines so far and where the list goes on.
struct Checkpoint {
  PosetListSummary so_far;
  std::uint64_t next_node = 0;
};

std::string to_json(const Checkpoint& checkpoint) {
  io::JsonWriter json;
  json.begin_object();
  json.key("next_node").number(checkpoint.next_node);
  const std::string summary = tropiary::to_json(checkpoint.so_far);
  json.key("so_far").raw(std::string_view(summary).substr(0, summary.size() - 1));
  json.end_object();
  return std::move(json).text() + "\n";
}

Checkpoint read_checkpoint(const std::string& path) {
  const std::string text = read_file(path, max_summary);
  const io::JsonDocument document = io::JsonDocument::parse("checkpoint " + io::quote(path, 200), text);
  const io::JsonValue root = document.root().object("the checkpoint");
  Checkpoint checkpoint;
  checkpoint.next_node = root.member("next_node").natural("next_node");
  const io::JsonValue so_far = root.member("so_far").object("so_far");
  io::JsonWriter copy;  // the summary alone, for its own reader
  copy.begin_object();
  copy.key("run").string(so_far.member("run").string("run"));
  for (const std::string_view name : {"size", "shard", "shards", "bytes"}) {
    copy.key(name).number(so_far.member(name).natural(name));
  }
  for (const std::string_view name : {"count", "sha256"}) copy.key(name).string(so_far.member(name).string(name));
  copy.end_object();
  checkpoint.so_far = parse_poset_list_summary(copy.text());
  return checkpoint;
}

[[noreturn]] void refuse(const std::string& problem) {
  throw Error(Errc::invalid_argument, "write_poset_list: " + problem);
}

std::string part_of(const PosetListSummary& summary) {
  return summary.run + ", part " + std::to_string(summary.shard) + "/" + std::to_string(summary.shards);
}

/// A list on its way to a file.
class ListWriter {
 public:
  ListWriter(const std::string& path, PosetListSummary summary, const PosetListFileOptions& options)
      : path_(path), summary_(std::move(summary)), options_(options), keeps_(!options.checkpoint.empty()) {
    if (io::file_exists(path) && !io::is_regular_file(path)) refuse(io::quote(path, 200) + " is no regular file");
    if (!keeps_) {
      temporary_.emplace(path);
      file_ = std::make_unique<io::AppendFile>(temporary_->path());
      return;
    }
    const bool exists = io::file_exists(options.checkpoint);
    if (exists && !options.resume) {
      refuse("the checkpoint " + io::quote(options.checkpoint, 200) +
             " exists: resume from it, or remove it to start anew");
    }
    if (!exists && options.resume) refuse("no checkpoint " + io::quote(options.checkpoint, 200) + " to resume from");
    if (exists) {
      resume();
      return;
    }
    file_ = std::make_unique<io::AppendFile>(partial());
    file_->cut_to(0);
    keep(0);
  }

  [[nodiscard]] std::uint64_t first_node() const { return first_node_; }

  bool add(const PosetLines& lines) {
    file_->write(lines.text);
    hash_.update(lines.text);
    summary_.count += Integer(lines.posets);
    summary_.bytes += lines.text.size();
    if (keeps_ && lines.next_node && std::chrono::steady_clock::now() - kept_ >= options_.interval) {
      keep(*lines.next_node);
    }
    return true;
  }

  PosetListSummary finish() {
    file_->sync();
    summary_.sha256 = hash_.hexadecimal();
    file_->rename_to(path_);
    if (temporary_) temporary_->keep();
    write_files({{io::manifest_path(path_), tropiary::to_json(summary_)}});
    if (keeps_) io::remove_file(options_.checkpoint);
    return summary_;
  }

 private:
  [[nodiscard]] std::string partial() const { return path_ + ".partial"; }

  void keep(std::uint64_t next_node) {
    file_->sync();
    summary_.sha256 = hash_.hexadecimal_so_far();
    write_files({{options_.checkpoint, to_json(Checkpoint{summary_, next_node})}});
    kept_ = std::chrono::steady_clock::now();
  }

  void resume() {
    const Checkpoint checkpoint = read_checkpoint(options_.checkpoint);
    const std::string name = "the checkpoint " + io::quote(options_.checkpoint, 200);
    if (part_of(checkpoint.so_far) != part_of(summary_)) {
      refuse(name + " is of another run: " + part_of(checkpoint.so_far) + "; not " + part_of(summary_));
    }
    if (!io::file_exists(partial()) && io::file_exists(path_)) {  // killed after the last rename
      io::AppendFile(path_).rename_to(partial());
    }
    if (!io::file_exists(partial())) refuse(name + " belongs to " + io::quote(partial(), 200) + ", which is not there");
    file_ = std::make_unique<io::AppendFile>(partial());
    if (file_->size() < checkpoint.so_far.bytes) {
      refuse(io::quote(partial(), 200) + " is shorter than " + name + " says: " + std::to_string(file_->size()) +
             " bytes, not " + std::to_string(checkpoint.so_far.bytes));
    }
    std::uint64_t left = checkpoint.so_far.bytes;
    io::read_blocks(partial(), [&](std::string_view block) {
      const std::string_view kept = block.substr(0, std::min<std::uint64_t>(left, block.size()));
      hash_.update(kept);
      left -= kept.size();
    });
    if (hash_.hexadecimal_so_far() != checkpoint.so_far.sha256) {
      refuse(io::quote(partial(), 200) + " was changed: its digest is not that of " + name);
    }
    file_->cut_to(checkpoint.so_far.bytes);
    summary_ = checkpoint.so_far;
    first_node_ = checkpoint.next_node;
    kept_ = std::chrono::steady_clock::now();
  }

  std::string path_;
  PosetListSummary summary_;
  const PosetListFileOptions& options_;
  bool keeps_;
  std::optional<io::TemporaryFile> temporary_;
  std::unique_ptr<io::AppendFile> file_;
  io::Sha256 hash_;
  std::uint64_t first_node_ = 0;
  std::chrono::steady_clock::time_point kept_;
};

PosetListSummary empty_summary(std::size_t n, const EnumerationOptions& options, std::optional<PosetFormat> format) {
  return {io::describe_run(n, options, format), n, options.shard, options.shards, 0, 0, ""};
}

}  // namespace

PosetListSummary write_poset_list(const std::string& path, std::size_t n, const EnumerationOptions& options,
                                  PosetFormat format, const PosetListFileOptions& file_options) {
  if (options.first_node != 0)
    refuse("a file starts with the first node; first_node is for lists without a checkpoint");
  if (file_options.resume && file_options.checkpoint.empty()) refuse("to resume takes a checkpoint");
  detail::check_enumeration("write_poset_list", n, options);  // before any file is touched
  ListWriter writer(path, empty_summary(n, options, format), file_options);
  EnumerationOptions rest = options;
  rest.first_node = writer.first_node();
  if (!list_posets(n, rest, format, [&](const PosetLines& lines) { return writer.add(lines); })) {
    refuse("stopped before the end");
  }
  return writer.finish();
}

PosetListSummary write_poset_count(const std::string& path, std::size_t n, const EnumerationOptions& options) {
  PosetListSummary summary = empty_summary(n, options, {});
  summary.count = count_posets(n, options);
  write_files({{path, to_json(summary)}});
  return summary;
}

}  // namespace tropiary
