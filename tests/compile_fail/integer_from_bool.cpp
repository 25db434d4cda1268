// Must not compile: conversion from .*bool.* to .*Integer
#include "tropiary/exact/integer.hpp"

int main() {
  tropiary::Integer x = 1;
#ifdef OFFENDING
  tropiary::Integer y = true;
  x += y;
#endif
  return x.sign() - 1;
}
