"""Shows the JSON lines of a run in brief, one line a message and one a span."""

import json
import sys

for line in open(sys.argv[1], encoding="utf-8"):
    message = json.loads(line)
    kind = message["$message_type"]
    if kind == "artifact":
        print(kind, message["emit"], message["artifact"])
        continue
    code = message["code"]["code"] if message["code"] else "-"
    print(kind, message["level"], code, message["message"])
    for span in message["spans"]:
        place = "{line_start}:{column_start}-{column_end} bytes {byte_start}-{byte_end}".format(**span)
        primary = "primary" if span["is_primary"] else "secondary"
        print(" ", span["file_name"], place, primary, " ".join(text["text"] for text in span["text"]))
