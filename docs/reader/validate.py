#!/usr/bin/env python3
"""Judges package documents by their published schema, with Python's jsonschema (pip install jsonschema).

    python3 docs/reader/validate.py FILE...

The schema is chosen by the document's formatVersion. Prints a line for each file, with a JSON pointer for each finding; ends with 1 where
a file is not valid, and with 3 where jsonschema is not installed.
"""

import json
import pathlib
import sys

SCHEMAS = pathlib.Path(__file__).resolve().parents[2] / "src" / "main" / "resources" / "schema"


def main(files):
    try:
        from jsonschema import Draft202012Validator
    except ImportError:
        print("Python's jsonschema is not installed", file=sys.stderr)
        return 3
    wrong = 0
    for name in files:
        document = json.loads(pathlib.Path(name).read_text(encoding="utf-8"))
        version = document.get("formatVersion") if isinstance(document, dict) else None
        schema = json.loads((SCHEMAS / f"package-{version if version in (2, 3, 4, 5) else 1}.schema.json").read_text(encoding="utf-8"))
        findings = sorted(Draft202012Validator(schema).iter_errors(document), key=lambda error: list(map(str, error.path)))
        for error in findings:
            pointer = "#" + "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in error.path)
            print(f"{name}: {pointer}: {error.message[:200]}")
        if not findings:
            print(f"{name}: valid")
        wrong += bool(findings)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) if len(sys.argv) > 1 else print(__doc__) or 2)
