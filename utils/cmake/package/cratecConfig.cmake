# cratecConfig.cmake - crates as targets of a CMake project: find_package(cratec)
#
#   cratec_add_library(NAME TYPE rlib|dylib|cdylib|staticlib
#                      SOURCES file...         one .rs root, or native sources
#                      [CRATES crate...]       targets made here, or crates of the sysroot
#                      [ALLOCATOR crate]       where nobody chose; no rlib has one
#                      [CRATE_NAME name]       NAME with underscores, where nothing is said
#                      [NATIVE library...]     as `-l` takes them, targets, or whole paths
#                      [INCLUDES folder...]    for the crate's C and C++ and for its users'
#                      [OPTIONS option...]     further options of cratec
#                      [OUTPUT_DIRECTORY dir]
#                      [EXCLUDE_FROM_ALL])
#   cratec_add_executable(NAME SOURCES file... [the same, less TYPE and INCLUDES' users])
#
# A dylib, cdylib or staticlib is then linked like any library:
#
#   cratec_add_library(store TYPE cdylib SOURCES store.c CRATES alloc)
#   add_executable(app main.c)
#   target_link_libraries(app PRIVATE store)
#
# An rlib is for other crates only. What CRATES names has to be there already, and the
# crate's own sources still say `extern crate` or EXTERN_CRATE where they are in Rust.
#
# Variables, to be set before:
#   CRATEC_TARGET          the triple or JSON file that crates are compiled for
#   CRATEC_FLAGS           options for every crate; those of the build type follow:
#   CRATEC_FLAGS_<CONFIG>  DEBUG -g, RELEASE -C opt-level=3, RELWITHDEBINFO -O -g,
#                          MINSIZEREL -C opt-level=s; others are empty
# Files go where CMAKE_RUNTIME_, CMAKE_LIBRARY_ and CMAKE_ARCHIVE_OUTPUT_DIRECTORY say.
#
# Targets: each NAME is an imported target, so $<TARGET_FILE:NAME>, add_test(COMMAND NAME)
# and install(FILES $<TARGET_FILE:NAME> …) work, for shared libraries and executables also
# install(IMPORTED_RUNTIME_ARTIFACTS NAME …). install(TARGETS) and install(EXPORT) take no
# imported targets. What is installed so keeps its run path: relative to the file itself, to
# where the dylibs that it needs are in the build tree. `NAME-crate` is what a build can be told to make. cratec::cratec and
# cratec::linkcheck are the programs.

if(CMAKE_VERSION VERSION_LESS 3.21)
  set(cratec_FOUND FALSE)
  set(cratec_NOT_FOUND_MESSAGE "cratec's package needs CMake 3.21 or later, for DEPFILE of custom "
                               "commands; this is CMake ${CMAKE_VERSION}")
  return()
endif()

# Found relative to this file, so that the tree can be moved.
get_filename_component(cratec_PREFIX "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
set(cratec_EXECUTABLE "${cratec_PREFIX}/bin/cratec")
set(cratec_LINKCHECK_EXECUTABLE "${cratec_PREFIX}/bin/linkcheck")
set(cratec_INCLUDE_DIR "${cratec_PREFIX}/lib/cratec/include")
foreach(file IN ITEMS "${cratec_EXECUTABLE}" "${cratec_LINKCHECK_EXECUTABLE}")
  if(NOT EXISTS "${file}")
    set(cratec_FOUND FALSE)
    set(cratec_NOT_FOUND_MESSAGE "${file} is not there; build or install cratec completely")
    return()
  endif()
endforeach()

foreach(program IN ITEMS cratec linkcheck)
  if(NOT TARGET cratec::${program})
    add_executable(cratec::${program} IMPORTED)
    set_target_properties(cratec::${program} PROPERTIES
      IMPORTED_LOCATION "${cratec_PREFIX}/bin/${program}")
  endif()
endforeach()

set(CRATEC_FLAGS "" CACHE STRING "Options for cratec, whatever the build type")
set(CRATEC_FLAGS_DEBUG "-g" CACHE STRING "Options for cratec in Debug builds")
set(CRATEC_FLAGS_RELEASE "-C opt-level=3 -C clang-arg=-DNDEBUG" CACHE STRING
    "Options for cratec in Release builds")
set(CRATEC_FLAGS_RELWITHDEBINFO "-O -g -C clang-arg=-DNDEBUG" CACHE STRING
    "Options for cratec in RelWithDebInfo builds")
set(CRATEC_FLAGS_MINSIZEREL "-C opt-level=s -C clang-arg=-DNDEBUG" CACHE STRING
    "Options for cratec in MinSizeRel builds")
mark_as_advanced(CRATEC_FLAGS CRATEC_FLAGS_DEBUG CRATEC_FLAGS_RELEASE CRATEC_FLAGS_RELWITHDEBINFO
                 CRATEC_FLAGS_MINSIZEREL)

include("${CMAKE_CURRENT_LIST_DIR}/cratecFunctions.cmake")
