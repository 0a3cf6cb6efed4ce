# How this project declares its targets: one function per kind, so that
# warnings, sanitizers and include paths are the same everywhere.

add_library(cratec_flags INTERFACE)
target_include_directories(cratec_flags INTERFACE "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}")
# CLI11 and fmt throw, so exceptions stay enabled; we neither throw nor catch
# outside driver/Options.cpp.
target_compile_options(cratec_flags INTERFACE -Wall -Wextra -Wpedantic -Werror=return-type
                                              -Werror=switch)
# gcc 12 warns wrongly where std::string is concatenated (its PR 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(cratec_flags INTERFACE -Wno-restrict)
endif()
if(CRATEC_SANITIZE)
  target_compile_options(cratec_flags INTERFACE -fsanitize=address,undefined
                                                -fno-omit-frame-pointer -fno-sanitize=vptr)
  target_link_options(cratec_flags INTERFACE -fsanitize=address,undefined)
endif()
if(CRATEC_FUZZ)
  target_compile_options(cratec_flags INTERFACE -fsanitize=fuzzer-no-link,address)
  target_link_options(cratec_flags INTERFACE -fsanitize=address)
endif()

# cratec_library(NAME SOURCES... DEPENDS... PRECOMPILED HEADER)
# A library of many sources names the header that all of them include; it is then
# read once, which halves the time that they take.
function(cratec_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "PRECOMPILED" "SOURCES;DEPENDS")
  add_library(${name} STATIC ${arg_SOURCES})
  target_link_libraries(${name} PUBLIC cratec_flags cratec_llvm ${arg_DEPENDS})
  if(arg_PRECOMPILED)
    target_precompile_headers(${name} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}/${arg_PRECOMPILED}")
  endif()
endfunction()

# cratec_executable(NAME SOURCES... DEPENDS...)
function(cratec_executable name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS")
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE cratec_flags cratec_llvm ${arg_DEPENDS})
  if(CRATEC_STATIC)
    target_link_options(${name} PRIVATE -static -no-pie -Wl,--gc-sections)
  endif()
endfunction()
