#include <openssl/evp.h>

#include <array>

#include "tropiary/error.hpp"
#include "tropiary/io/files.hpp"

namespace tropiary {

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1)
    throw Error(Errc::io_error, "sha256: the cryptographic library offers no SHA-256");
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * length);
  for (unsigned int i = 0; i < length; ++i) {
    text += digits[digest[i] >> 4U];
    text += digits[digest[i] & 15U];
  }
  return text;
}

}  // namespace tropiary
