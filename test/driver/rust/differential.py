#!/usr/bin/env python3
"""Compiles and runs each program of a folder with cratec and with rustc, and compares.

Equal must be: the output, the exit code, and for exit code 101 the panic's message.
cratec is asked twice, plainly and with -O. See programs/README.md for what a program
may contain.
"""

import argparse
import concurrent.futures
import os
import re
import subprocess
import sys
import tempfile

RUSTC_OPTIONS = ["--edition", "2015", "-A", "warnings"]
RUSTC_OPTIONS += ["-C", "debug-assertions=yes", "-C", "overflow-checks=yes"]
SECONDS = 240

# What later versions of Rust refuse, and what a program needs only for cratec.
REMOVED_ATTRIBUTE = re.compile(r"#!\[(allocator|needs_allocator|feature\([^\]]*\))\]")
ONLY_CRATEC = re.compile(r"//\s*rustc: skip\s*$")
ONLY_RUSTC = re.compile(r"^(\s*)// rustc: (?!skip\s*$)")


def for_rustc(text):
    """The program as rustc gets it: line numbers stay the same."""
    lines = []
    for line in text.split("\n"):
        if ONLY_CRATEC.search(line):
            line = ""
        line = ONLY_RUSTC.sub(r"\1", line)
        # Spaces in their place keep the columns.
        lines.append(REMOVED_ATTRIBUTE.sub(lambda m: " " * len(m.group(0)), line))
    return "\n".join(lines)


def panic_message(stderr):
    """What stands between `panicked at PLACE:` and rustc's notes, or None."""
    lines = stderr.split("\n")
    begin = next((n for n, line in enumerate(lines) if "panicked at " in line), None)
    if begin is None:
        return None
    message = []
    for line in lines[begin + 1 :]:
        if line.startswith(("note: ", "stack backtrace:")):
            break
        message.append(line)
    return "\n".join(message).rstrip("\n")


def panic_place(stderr):
    """LINE:COLUMN of a panic, or None: the paths differ, as rustc reads a copy."""
    match = re.search(r"panicked at .*?:(\d+:\d+):$", stderr, re.MULTILINE)
    return match.group(1) if match else None


def names_runtime(stderr):
    """Whether a panic of ours names a file of the runtime. As in 2015, what panics inside
    the library is placed there; today's rustc names the caller instead."""
    return re.search(r"panicked at (core|alloc|std)/", stderr) is not None


def run(command, environment=None):
    """Exit code (negative: signal), output, error output."""
    try:
        result = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            timeout=SECONDS,
            env=environment,
        )
    except subprocess.TimeoutExpired:
        return -1, "", f"still running after {SECONDS} seconds"
    return (
        result.returncode,
        result.stdout.decode("utf-8", "replace"),
        result.stderr.decode("utf-8", "replace"),
    )


def first_difference(expected, actual):
    """Both lines where two texts part ways."""
    ours, theirs = actual.split("\n"), expected.split("\n")
    for number in range(max(len(ours), len(theirs))):
        a = theirs[number] if number < len(theirs) else "(nothing)"
        b = ours[number] if number < len(ours) else "(nothing)"
        if a != b:
            return f"line {number + 1}: rustc {a!r}, cratec {b!r}"
    return "none"


def compare(expected, actual, with_place):
    """What differs between two runs, as lines."""
    found = []
    (code, out, err), (our_code, our_out, our_err) = expected, actual
    if out != our_out:
        found.append("output: " + first_difference(out, our_out))
    if code != our_code:
        found.append(f"exit code: rustc {code}, cratec {our_code}")
        if our_err:
            found.append("  cratec's program says: " + our_err.strip().split("\n")[0])
    elif code == 101:
        message, our_message = panic_message(err), panic_message(our_err)
        if message != our_message:
            found.append(f"panic: rustc {message!r}, cratec {our_message!r}")
        elif (
            with_place
            and not names_runtime(our_err)
            and panic_place(err) != panic_place(our_err)
        ):
            found.append(f"place: rustc {panic_place(err)}, cratec {panic_place(our_err)}")
    return found


def check(path, arguments):
    """The differences of one program, as lines."""
    environment = {**os.environ, "RUST_BACKTRACE": "0"}
    with tempfile.TemporaryDirectory(prefix="differential-") as folder:
        name = os.path.basename(path)
        copy, program = os.path.join(folder, name), os.path.join(folder, "program")
        with open(path, encoding="utf-8") as source, open(copy, "w", encoding="utf-8") as out:
            out.write(for_rustc(source.read()))
        code, _, err = run([arguments.rustc, *RUSTC_OPTIONS, copy, "-o", program])
        if code != 0:
            return ["rustc refuses it:", *err.strip().split("\n")[:6]]
        expected = run([program], environment)
        found = []
        # Optimised code is not checked unless it is asked for, and rustc's is checked.
        checked = ["-C", "debug-assertions=yes", "-C", "overflow-checks=yes"]
        for options in ([], ["-O", *checked]):
            os.remove(program)
            title = " ".join(["cratec", *options])
            code, out, err = run([arguments.cratec, *options, path, "-o", program])
            if code != 0 or not os.path.exists(program):
                return found + [f"{title} refuses it ({code}):", *(out + err).strip().split("\n")[:8]]
            differences = compare(expected, run([program], environment), arguments.places)
            found += [f"{title}: {line}" for line in differences]
        return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cratec", required=True, metavar="PATH")
    parser.add_argument("--rustc", required=True, metavar="PATH")
    parser.add_argument("--filter", default="", metavar="X", help="only programs whose name has X")
    parser.add_argument("--except", action="append", default=[], dest="without", metavar="X",
                        help="no programs whose name has X")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N")
    parser.add_argument("--places", action="store_true", help="compare LINE:COLUMN of panics too")
    parser.add_argument("folder", metavar="DIR")
    arguments = parser.parse_args()

    names = sorted(n for n in os.listdir(arguments.folder) if n.endswith(".rs"))
    names = [n for n in names if arguments.filter in n and not any(x in n for x in arguments.without)]
    paths = [os.path.join(arguments.folder, n) for n in names]
    if not paths:
        print(f"no program in {arguments.folder} has `{arguments.filter}` in its name")
        return 1
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(max(1, arguments.jobs)) as pool:
        for path, found in zip(paths, pool.map(lambda p: check(p, arguments), paths)):
            if found:
                failed += 1
                print(f"FAILED {os.path.basename(path)}")
                for line in found:
                    print(f"    {line}")
                sys.stdout.flush()
    print(f"{len(paths) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
