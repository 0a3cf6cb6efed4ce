//===- crate/crate.h - What a native source says about its crate ----------===//
//
// C99 and later, C++98 and later; clang and gcc; every ELF target.
//
// A C or C++ source that is compiled as a crate says so itself:
//
//   #include <crate/crate.h>
//   CRATE_NAME("my_allocator");
//   CRATE_TYPE("rlib");
//   CRATE_ALLOCATOR;
//   LINK_LIBRARY("m", "dylib");
//
// Each macro stands at file scope and ends with a semicolon. None of them makes
// code, data or a symbol, and none may stand inside a function. What is said
// once in any source of the crate holds for the whole crate. The command line
// can say the same for objects nobody can edit (`--crate-name`, `--crate-attr`,
// `--extern`); design section 6.
//
// Format. Each macro appends one record to the section `.crate.decl` (SHT_PROGBITS,
// flags SHF_EXCLUDE only: it is never loaded, and a linker drops it). A record is
// exactly four NUL-terminated strings, without padding:
//
//   key \0  value \0  file \0  line \0
//
//   key           value
//   crate_name    the crate's name
//   crate_type    one of bin lib rlib dylib cdylib staticlib
//   allocator     empty
//   needs_allocator  empty
//   no_std        empty
//   extern_crate  the name of the crate
//   link_library  KIND=NAME, for example dylib=m
//
// `file` is __FILE__ as the compiler was given it (-fmacro-prefix-map applies),
// `line` is __LINE__ in decimal: a diagnostic can point at the declaration. The
// reader must not trust the section: any object may carry one.
//
// Every argument must be one string literal, or a macro that expands to one.
//
//===----------------------------------------------------------------------===//

#ifndef CRATE_CRATE_H
#define CRATE_CRATE_H

#ifndef __ELF__
#error "crate/crate.h: the declarations are written for ELF targets only"
#endif

// The name of the crate. Without it the name comes from --crate-name, or from the
// first source's file name.
#define CRATE_NAME(name) CRATE_DECLARE_("crate_name", name)

// The kind of artifact to make where --crate-type says nothing. Repeat it for
// several kinds.
#define CRATE_TYPE(type) CRATE_DECLARE_("crate_type", type)

// The crate is an allocator crate: it defines the five functions of
// <crate/allocator.h> (R10), and must not reach a consumer (R8).
#define CRATE_ALLOCATOR CRATE_DECLARE_("allocator", "")

// The crate is a consumer: it calls the five functions, so each final artifact it
// goes into needs exactly one allocator crate (R1). Most crates want
// EXTERN_CRATE("alloc") and <crate/alloc.h> instead.
#define CRATE_NEEDS_ALLOCATOR CRATE_DECLARE_("needs_allocator", "")

// The crate does not link std. A native crate never does unless it says
// EXTERN_CRATE("std"); this writes the intention down.
#define CRATE_NO_STD CRATE_DECLARE_("no_std", "")

// The crate depends on the crate `name`, which is found as rustc finds it (`--extern`,
// `-L`, the sysroot). Naming an allocator crate makes it the explicit one (R2, R4).
#define EXTERN_CRATE(name) CRATE_DECLARE_("extern_crate", name)

// The crate needs the native library `name`. `kind` is one of
//
//   "dylib"         lib<name>.so of the system
//   "static"        lib<name>.a, whatever the artifact is
//   "static:host"   lib<name>.a in an artifact that owns its process: an executable
//   "static:guest"  lib<name>.a in one that lives in someone else's process: a
//                   dylib, a cdylib or a staticlib
//
// An allocator crate whose library takes over malloc gives it as the host form, and
// an isolated build of the same library as the guest form (design section 10).
#define LINK_LIBRARY(name, kind)                                                                   \
  CRATE_RECORD_("link_library",                                                                    \
                ".ascii " CRATE_QUOTE_(kind) "\n.ascii \"=\"\n.asciz " CRATE_QUOTE_(name) "\n")

//===----------------------------------------------------------------------===//
// Not for use outside this header.
//===----------------------------------------------------------------------===//

// Stringising a string literal keeps its quotes and escapes, and the assembler reads
// them as C does: a quote or a backslash in __FILE__ survives.
#define CRATE_QUOTE_AS_IS_(text) #text
#define CRATE_QUOTE_(text) CRATE_QUOTE_AS_IS_(text)

// The asm statement has no semicolon of its own: it takes the one that follows the
// macro, so -Wpedantic has nothing to say. `%progbits`, not `@progbits`: on some
// targets @ starts a comment.
#define CRATE_RECORD_(key, value)                                                                  \
  __asm__(".pushsection .crate.decl,\"e\",%progbits\n"                                             \
          ".asciz \"" key "\"\n" value                                                             \
          ".asciz " CRATE_QUOTE_(__FILE__) "\n"                                                    \
                                           ".asciz \"" CRATE_QUOTE_(__LINE__) "\"\n"               \
                                                                              ".popsection")

#define CRATE_DECLARE_(key, value) CRATE_RECORD_(key, ".asciz " CRATE_QUOTE_(value) "\n")

#endif
