#include "tropiary/io/files.hpp"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "io/expect_error.hpp"
#include "io/scratch_folder.hpp"

using namespace tropiary;
using tropiary::testing::expect_error;
using tropiary::testing::ScratchFolder;

TEST_CASE("sha256 agrees with the vectors of FIPS 180-4") {
  REQUIRE(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  REQUIRE(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  REQUIRE(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  REQUIRE(sha256(std::string(1000000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("what write_files writes read_file reads") {
  const ScratchFolder folder;
  const std::string binary("\0\xFF line\n", 8);
  const std::string large(300000, 'x');
  write_files({{folder / "a", binary}, {folder / "b", ""}, {folder / "c", large}});
  REQUIRE(read_file(folder / "a") == binary);
  REQUIRE(read_file(folder / "b").empty());
  REQUIRE(read_file(folder / "c") == large);
  REQUIRE(folder.names() == std::vector<std::string>{"a", "b", "c"});
}

TEST_CASE("writing again replaces the file and keeps its permissions") {
  const ScratchFolder folder;
  write_files({{folder / "a", "old"}});
  std::filesystem::permissions(folder / "a", std::filesystem::perms{0640});
  write_files({{folder / "a", "new"}, {folder / "b", "other"}});
  REQUIRE(read_file(folder / "a") == "new");
  REQUIRE(std::filesystem::status(folder / "a").permissions() == std::filesystem::perms{0640});
  REQUIRE(folder.names() == std::vector<std::string>{"a", "b"});
}

TEST_CASE("writing through a link replaces what it points to") {
  const ScratchFolder folder;
  write_files({{folder / "a", "old"}});
  std::filesystem::create_symlink("a", folder / "link");
  write_files({{folder / "link", "new"}});
  REQUIRE(std::filesystem::is_symlink(folder / "link"));
  REQUIRE(read_file(folder / "a") == "new");
}

TEST_CASE("when one file cannot be written none is") {
  const ScratchFolder folder;
  write_files({{folder / "a", "old"}});
  std::filesystem::create_directory(folder / "d");
  SECTION("a directory is in the way") {
    expect_error(Errc::io_error, "/d\": Is a directory", [&] {
      write_files({{folder / "a", "new"}, {folder / "b", "b"}, {folder / "d", "d"}});
    });
  }
  SECTION("the folder does not exist") {
    expect_error(Errc::io_error, "No such file", [&] {
      write_files({{folder / "a", "new"}, {folder / "b", "b"}, {folder / "missing/x", "d"}});
    });
  }
  SECTION("a file is named twice") {
    expect_error(Errc::io_error, "named twice", [&] {
      write_files({{folder / "a", "new"}, {folder / "b", "b"}, {folder / "a", "c"}});
    });
  }
  SECTION("a new file is named twice in two spellings") {
    expect_error(Errc::io_error, "named twice", [&] { write_files({{folder / "b", "b"}, {folder / "./b", "c"}}); });
  }
  SECTION("the last name is too long") {
    const std::string name(5000, 'x');
    expect_error(Errc::io_error, "", [&] { write_files({{folder / "a", "new"}, {folder / name, "c"}}); });
  }
  SECTION("the disk is full") {
    // /dev/full takes nothing; devices come before the renames
    if (std::filesystem::exists("/dev/full"))
      expect_error(Errc::out_of_space, "/dev/full", [&] { write_files({{folder / "a", "new"}, {"/dev/full", "c"}}); });
  }
  REQUIRE(read_file(folder / "a") == "old");
  REQUIRE(folder.names() == std::vector<std::string>{"a", "d"});
}

TEST_CASE("devices are written to and stay devices") {
  write_files({{"/dev/null", "gone"}});
  REQUIRE(std::filesystem::is_character_file("/dev/null"));
}

TEST_CASE("without a write under way remove_temporary_files removes nothing") {
  const ScratchFolder folder;
  write_files({{folder / "a", "a"}});
  remove_temporary_files();
  REQUIRE(read_file(folder / "a") == "a");
}

TEST_CASE("an unreadable path is one clear line") {
  const ScratchFolder folder;
  expect_error(Errc::io_error, "missing\": No such file", [&] { (void)read_file(folder / "missing"); });
  expect_error(Errc::io_error, "Is a directory", [&] { (void)read_file(folder.path()); });
  expect_error(Errc::io_error, "", [&] { (void)read_file(""); });
}

TEST_CASE("a file beyond the limit is refused and a sparse terabyte takes no memory") {
  const ScratchFolder folder;
  write_files({{folder / "a", "12345"}});
  REQUIRE(read_file(folder / "a", 5) == "12345");
  expect_error(Errc::too_large, "4 bytes", [&] { (void)read_file(folder / "a", 4); });
  std::ofstream(folder / "sparse").put('x');
  std::filesystem::resize_file(folder / "sparse", std::uintmax_t{1} << 40U);
  expect_error(Errc::too_large, "sparse", [&] { (void)read_file(folder / "sparse"); });
  expect_error(Errc::too_large, "/dev/zero", [&] { (void)read_file("/dev/zero", 100000); });
}

TEST_CASE("an interrupt leaves no temporary file") {
  const ScratchFolder folder;
  const std::string pipe = folder / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    std::signal(SIGTERM, [](int) {
      remove_temporary_files();
      ::_exit(130);
    });
    // The pipe has no reader, so the write waits with its temporary file on the disk.
    write_files({{folder / "a", "a"}, {pipe, "b"}});
    ::_exit(0);
  }
  for (int i = 0; i < 2000 && folder.names().size() < 2; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  const std::vector<std::string> during = folder.names();
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  REQUIRE(::kill(child, SIGTERM) == 0);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(during.size() == 2);
  REQUIRE(WIFEXITED(status));
  REQUIRE(WEXITSTATUS(status) == 130);
  REQUIRE(folder.names() == std::vector<std::string>{"pipe"});
}
