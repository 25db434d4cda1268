#include "io/sha256.hpp"

#include <openssl/evp.h>

#include <array>

#include "tropiary/error.hpp"
#include "tropiary/io/files.hpp"

namespace tropiary {
namespace io {
namespace {

EVP_MD_CTX* as_context(void* context) { return static_cast<EVP_MD_CTX*>(context); }

void require(int success) {
  if (success != 1) throw Error(Errc::io_error, "sha256: the cryptographic library refuses SHA-256");
}

}  // namespace

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  const int success = context_ == nullptr ? 0 : EVP_DigestInit_ex(as_context(context_), EVP_sha256(), nullptr);
  if (success != 1) EVP_MD_CTX_free(as_context(context_));
  require(success);
}

Sha256::~Sha256() { EVP_MD_CTX_free(as_context(context_)); }

void Sha256::update(std::string_view bytes) {
  require(EVP_DigestUpdate(as_context(context_), bytes.data(), bytes.size()));
}

std::string Sha256::hexadecimal() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  require(EVP_DigestFinal_ex(as_context(context_), digest.data(), &length));
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * length);
  for (unsigned int i = 0; i < length; ++i) {
    text += digits[digest[i] >> 4U];
    text += digits[digest[i] & 15U];
  }
  return text;
}

std::string Sha256::hexadecimal_so_far() const {
  Sha256 copy;
  require(EVP_MD_CTX_copy_ex(as_context(copy.context_), as_context(context_)));
  return copy.hexadecimal();
}

}  // namespace io

std::string sha256(std::string_view bytes) {
  io::Sha256 hash;
  hash.update(bytes);
  return hash.hexadecimal();
}

}  // namespace tropiary
