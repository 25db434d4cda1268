#pragma once

#include <string>
#include <string_view>

namespace tropiary::io {

/// SHA-256 of bytes that come in pieces.
class Sha256 {
 public:
  Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  ~Sha256();
  void update(std::string_view bytes);
  [[nodiscard]] std::string hexadecimal();              ///< ends the message
  [[nodiscard]] std::string hexadecimal_so_far() const;  ///< of what came until now; more may follow

 private:
  void* context_;  // the cryptographic library's; its headers stay in the .cpp
};

}  // namespace tropiary::io
