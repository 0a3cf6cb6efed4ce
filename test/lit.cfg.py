# How lit finds and runs the tests. See CONTRIBUTING.md, "A test".
#
# A test is a *.test file: shell lines after `RUN:`, several crates in one file by
# split-file, expectations by FileCheck. What it needs from outside goes into a
# folder Inputs beside it, which is never searched for tests.

import os
import shutil
import subprocess
import sys

import lit.formats

config.name = "cratec"
config.suffixes = [".test"]
config.test_format = lit.formats.ShTest(execute_external=True)
config.test_source_root = os.path.join(config.source_root, "test")
config.test_exec_root = os.path.join(config.binary_root, "test")


def is_on(value):
    return value.upper() in ("ON", "1", "TRUE", "YES")


with_driver = is_on(config.with_driver)
config.excludes = ["Inputs"]
if not with_driver:
    config.excludes += ["driver", "runtime", "alloc-crates", "examples"]

# A crate takes seconds at most; what hangs must not hang the whole run. lit can
# only enforce it where Python has psutil.
if lit_config.maxIndividualTestTime == 0 and lit.util.killProcessAndChildrenIsSupported()[0]:
    lit_config.maxIndividualTestTime = 300

# ---- the environment: the same on every machine ----

config.environment = {
    "PATH": os.pathsep.join(
        [os.path.join(config.binary_root, "bin"), config.llvm_bin, "/usr/bin", "/bin"]
    ),
    "LC_ALL": "C.UTF-8",
    "HOME": config.test_exec_root,
    "PYTHONDONTWRITEBYTECODE": "1",
    # The sources are what they are: no date, no time zone gets into an artifact.
    "TZ": "UTC",
}
for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TMPDIR"):
    if name in os.environ:
        config.environment[name] = os.environ[name]

# ---- what the machine has ----


def find(program):
    return shutil.which(program, path=config.environment["PATH"]) or shutil.which(program)


def works(*command):
    """Whether the command can be run and succeeds."""
    try:
        result = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=60,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return result.returncode == 0


def first_of(*programs):
    return next((p for p in programs if find(p)), None)


def rust_tool(name):
    """rustc or cargo itself: the one on PATH may be rustup's, which asks $HOME which one."""
    if not find("rustc"):
        return find(name)
    try:
        sysroot = subprocess.run(
            [find("rustc"), "--print", "sysroot"], stdout=subprocess.PIPE, check=True, timeout=60
        ).stdout.decode().strip()
    except (OSError, subprocess.SubprocessError):
        return None
    program = os.path.join(sysroot, "bin", name)
    return program if os.path.exists(program) else find(name)


rustc = rust_tool("rustc")
cargo = rust_tool("cargo")
qemu_aarch64 = first_of("qemu-aarch64", "qemu-aarch64-static")
qemu_riscv64 = first_of("qemu-riscv64", "qemu-riscv64-static")
static_libc = subprocess.run(
    [config.cc, "-print-file-name=libc.a"], stdout=subprocess.PIPE
).stdout.decode().strip()


def has_crates(target):
    return os.path.exists(
        os.path.join(config.binary_root, "lib", "cratec", target, "lib", "libstd.rlib")
    )


# One row a feature: its name, and whether the machine has it. A test asks for
# one by `REQUIRES:`; what is missing is named at the end of a run.
features = {
    "aarch64-gcc": bool(find("aarch64-linux-gnu-gcc")),
    "riscv64-gcc": bool(find("riscv64-linux-gnu-gcc")),
    "qemu-aarch64": bool(qemu_aarch64),
    "qemu-riscv64": bool(qemu_riscv64),
    "musl": bool(find("musl-gcc")),
    "static-glibc": os.path.isabs(static_libc),
    "lld": bool(find("ld.lld")),
    "mold": bool(find("mold")),
    "rustc": bool(rustc),
    "cargo": bool(cargo),
    # Finding it is not enough: in many containers it may not trace.
    "gdb": bool(find("gdb")) and works("gdb", "-nx", "-batch", "-ex", "run", "-ex", "quit $_exitcode", "/bin/true"),
    "valgrind": bool(find("valgrind")) and works("valgrind", "-q", "/bin/true"),
    # The crates of other targets, which are built where their C library is.
    "musl-crates": has_crates("x86_64-unknown-linux-musl"),
    "aarch64-crates": has_crates("aarch64-unknown-linux-gnu"),
    "jemalloc": os.path.exists(os.path.join(config.crate_libdir, "liballoc_jemalloc.rlib")),
    "not-root": os.geteuid() != 0,
}
# What follows from the build and not from the machine: missing is no news.
build_features = {
    "x86_64": config.target_triple.startswith("x86_64"),
    "aarch64": config.target_triple.startswith("aarch64"),
    "driver": with_driver,
    "sanitized": is_on(config.sanitized),
    "not-sanitized": not is_on(config.sanitized),
}
for name, present in {**features, **build_features}.items():
    if present:
        config.available_features.add(name)
missing = sorted(name for name, present in features.items() if not present)
if missing:
    lit_config.note("features that are missing here: " + " ".join(missing))

# ---- substitutions ----

# lit replaces in this order, before its own %s, %S and %t.
config.substitutions += [
    (r"%cratec\b", os.path.join(config.binary_root, "bin", "cratec")),
    (r"%linkcheck\b", os.path.join(config.binary_root, "bin", "linkcheck")),
    (r"%aarch64_crates\b", os.path.join(config.binary_root, "lib/cratec/aarch64-unknown-linux-gnu/lib")),
    (r"%musl_crates\b", os.path.join(config.binary_root, "lib/cratec/x86_64-unknown-linux-musl/lib")),
    (r"%sysroot\b", config.binary_root),
    (r"%crate_libdir\b", config.crate_libdir),
    (r"%include\b", os.path.join(config.source_root, "runtime", "include")),
    (r"%target\b", config.target_triple),
    (r"%llvm_bin\b", config.llvm_bin),
    (r"%cc\b", config.cc),
    (r"%cxx\b", config.cxx),
    (r"%python\b", sys.executable),
    (r"%tidy\b", f"{sys.executable} {os.path.join(config.source_root, 'utils', 'tidy')}"),
    (r"%rustc\b", rustc or "rustc"),
    (r"%cargo\b", cargo or "cargo"),
    (r"%examples\b", os.path.join(config.source_root, "examples")),
    (r"%qemu_aarch64\b", f"{qemu_aarch64 or 'qemu-aarch64'} -L /usr/aarch64-linux-gnu"),
    (r"%qemu_riscv64\b", f"{qemu_riscv64 or 'qemu-riscv64'} -L /usr/riscv64-linux-gnu"),
]
