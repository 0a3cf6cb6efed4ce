"""flip.py CRATEC COUNT: runs the compiler on COUNT damaged copies of each kind of
input; fails when it crashes, says nothing, or leaves a file."""

import os
import random
import subprocess
import sys

cratec, count = sys.argv[1], int(sys.argv[2])
environment = {**os.environ, "TMPDIR": os.path.join(os.getcwd(), "temporary")}
choices = random.Random(1183)  # the same files each time
failures = 0


def damage(original):
    data = bytearray(original)
    if choices.random() < 0.2:
        return bytes(data[: choices.randrange(len(data))])
    for _ in range(choices.choice([1, 1, 2, 8])):
        data[choices.randrange(len(data))] ^= 1 << choices.randrange(8)
    return bytes(data)


def run(kind, number, words):
    global failures
    before = set(os.listdir("."))
    # Damaged bitcode can ask for any amount of memory; that must be an error too.
    limited = ["sh", "-c", 'ulimit -v 4000000; exec "$@"', "sh"] if kind == "part.bc" else []
    try:
        result = subprocess.run([*limited, cratec, *words, "-o", "out"], env=environment,
                                capture_output=True, timeout=60)
    except subprocess.TimeoutExpired:
        print(f"{kind} {number}: no end")
        failures += 1
        return
    left = set(os.listdir(".")) - before - {"out"} | set(os.listdir("temporary"))
    said = result.stderr.decode(errors="replace")
    good = result.returncode == 0 or (result.returncode == 1 and "error" in said)
    if not good or left or (result.returncode == 1 and "out" in os.listdir(".")):
        print(f"{kind} {number}: exit {result.returncode}, left {sorted(left)}: {said[-300:]}")
        failures += 1
    if os.path.exists("out"):
        os.remove("out")


KINDS = {
    "part.o": lambda file: ["main.o", file],
    "part.bc": lambda file: ["main.o", file],
    "libpart.rlib": lambda file: ["main.o", "--extern", f"part={file}"],
}
for kind, words in KINDS.items():
    with open(kind, "rb") as file:
        original = file.read()
    for number in range(count):
        name = "damaged" + os.path.splitext(kind)[1]
        with open(name, "wb") as file:
            file.write(damage(original))
        run(kind, number, words(name))
        os.remove(name)
sys.exit(failures != 0)
