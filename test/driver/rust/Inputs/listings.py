"""Takes the four listings out of custom-allocators.md, each as a file of its own.

    listings.py MARKDOWN FOLDER

FOLDER/shown/NAME.rs is a listing as readers see it; FOLDER/whole/NAME.rs has its hidden lines
too, without the `# ` that hides them.
"""

import pathlib
import re
import sys

NAMES = ["system", "dylib", "my_allocator", "user"]


def main():
    markdown, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    listings = re.findall(r"^```rust\S*\n(.*?)^```$", markdown.read_text(), re.M | re.S)
    assert len(listings) == len(NAMES), len(listings)
    for kind in ("shown", "whole"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
    for name, listing in zip(NAMES, listings):
        lines = listing.splitlines()
        shown = [line for line in lines if not re.match(r"#( |$)", line)]
        whole = [re.sub(r"^#( |$)", "", line) for line in lines]
        (folder / "shown" / f"{name}.rs").write_text("\n".join(shown) + "\n")
        (folder / "whole" / f"{name}.rs").write_text("\n".join(whole) + "\n")


main()
