# What the build needs. GLOBAL: a project that adds this one as a subdirectory sees the targets its link line names.

include(TropiaryLibraries)
set(CMAKE_FIND_PACKAGE_TARGETS_GLOBAL ON)

set(tropiary_required_libraries gmp nauty)
if(TROPIARY_GEOMETRY)
  list(APPEND tropiary_required_libraries mpfr)
endif()
foreach(library IN LISTS tropiary_required_libraries)
  if(NOT TARGET tropiary_external::${library})
    message(FATAL_ERROR "tropiary needs lib${library} and its headers; on Debian, scripts/setup installs them")
  endif()
endforeach()

find_package(Boost CONFIG REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
if(TROPIARY_GEOMETRY)
  set(CMAKE_POLICY_DEFAULT_CMP0167 NEW)  # CGAL 5.5 asks for Boost by the module that newer CMakes have no more
  set(CGAL_DO_NOT_WARN_ABOUT_CMAKE_BUILD_TYPE TRUE)
  find_package(CGAL REQUIRED)
  find_package(Eigen3 REQUIRED NO_MODULE)
endif()
unset(CMAKE_FIND_PACKAGE_TARGETS_GLOBAL)
