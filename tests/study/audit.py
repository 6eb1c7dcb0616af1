"""Is a study file whole? An auditor's check, with nothing but Python's own library.

Usage: python audit.py STUDY.nof1

A study file is UTF-8 text: a header, the steps (one JSON object a line), and the SHA-256 of all lines
before the last. Each step carries the SHA-256 of what it says, which includes the hash of the step before.
"""

import hashlib
import json
import sys

SAID = ("step", "arguments", "who", "at", "why", "previous", "schema")


def sha256(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def hash_of(step):
    said = {name: step[name] for name in SAID}
    return sha256(json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def problems(text):
    body, _, last = text.rpartition('"sum"')
    if last != f': "{sha256(body)}"}}\n':
        yield "the sum of the file does not fit"
    previous = ""
    for number, step in enumerate(json.loads(text)["log"], start=1):
        if step["hash"] != hash_of(step):
            yield f"step {number} ({step['step']}) was changed after it was written"
        if step["previous"] != previous:
            yield f"step {number} ({step['step']}) does not follow the one before"
        previous = step["hash"]


def main(path):
    with open(path, encoding="utf-8", newline="") as file:  # noqa: PTH123
        text = file.read()
    found = list(problems(text))
    for step in json.loads(text)["log"]:
        print(step["at"], step["who"], step["step"], step["why"])
    print("\n".join(found) or "The file is whole.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
