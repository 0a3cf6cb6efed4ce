# Finds LLVM 19, lld, fmt and CLI11, and offers them as two targets:
#   cratec_llvm  LLVM as far as linkcheck needs it (and headers for all)
#   cratec_lld   lld's ELF linker with the code generators it and the driver need
#
# A developer's build links libLLVM.so, which makes for quick links. A release
# links the archives: start-up is then 5 ms instead of 25.

set(ZLIB_USE_STATIC_LIBS ${CRATEC_STATIC})
find_package(LLVM 19.1 REQUIRED CONFIG HINTS /usr/lib/llvm-19/lib/cmake/llvm)
find_package(LLD REQUIRED CONFIG HINTS "${LLVM_DIR}/../lld")
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)

set(CRATEC_LLVM_BIN "${LLVM_TOOLS_BINARY_DIR}")

add_library(cratec_llvm INTERFACE)
target_include_directories(cratec_llvm SYSTEM INTERFACE ${LLVM_INCLUDE_DIRS} ${LLD_INCLUDE_DIRS})
separate_arguments(llvm_definitions NATIVE_COMMAND "${LLVM_DEFINITIONS}")
target_compile_definitions(cratec_llvm INTERFACE ${llvm_definitions})
# Debian has no archive of fmt.
target_link_libraries(cratec_llvm
  INTERFACE $<IF:$<BOOL:${CRATEC_STATIC}>,fmt::fmt-header-only,fmt::fmt>)

add_library(cratec_lld INTERFACE)

# The targets that cratec generates code for (design: driver/target/).
set(CRATEC_LLVM_TARGETS X86 AArch64 RISCV)

if(CRATEC_STATIC)
  # LLVM's own targets name shared libraries. Z3 is for clang's analyzer alone.
  foreach(archive IN ITEMS LLVMSupport lldCommon lldELF)
    get_target_property(archive_libs ${archive} INTERFACE_LINK_LIBRARIES)
    list(FILTER archive_libs EXCLUDE REGEX "z3|^LLVM$")
    list(TRANSFORM archive_libs REPLACE "zstd::libzstd_shared" "zstd::libzstd_static")
    set_target_properties(${archive} PROPERTIES INTERFACE_LINK_LIBRARIES "${archive_libs}")
  endforeach()

  llvm_map_components_to_libnames(linkcheck_libs Support Object ObjectYAML BinaryFormat Demangle)
  target_link_libraries(cratec_llvm INTERFACE ${linkcheck_libs})
  llvm_map_components_to_libnames(
    lld_libs ${CRATEC_LLVM_TARGETS} Core IRReader BitReader BitWriter Linker LTO ObjCopy Passes
    Option MC MCParser CodeGen TransformUtils DebugInfoDWARF)
  # What LLVM was built with and we leave out is stubbed in driver/link/TargetStubs.cpp.
  set(CRATEC_STUB_DEFINITIONS)
  foreach(target IN LISTS CRATEC_LLVM_TARGETS)
    list(APPEND CRATEC_STUB_DEFINITIONS "CRATEC_LINKED_${target}=~,")
  endforeach()
  target_link_libraries(cratec_lld INTERFACE lldELF lldCommon ${lld_libs})
else()
  target_link_libraries(cratec_llvm INTERFACE LLVM)
  target_link_libraries(cratec_lld INTERFACE lldELF lldCommon LLVM)
endif()
