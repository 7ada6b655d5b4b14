#!/usr/bin/env python3
"""Reads a Marquetry package document: checks its hash, makes SQL of its audience, and counts it on SQLite.

    read_package.py DOCUMENT.json
    read_package.py DOCUMENT.json --profiles FILE.csv --key COLUMN [--events STREAM=FILE.csv:KEY:TIME]...

Python 3.9 or later, nothing else. CSV files are UTF-8 with commas and a heading; fields are found by their names.
"""
import argparse
import csv
import datetime
import hashlib
import json
import sqlite3
import sys
import unicodedata
from decimal import Decimal

SQL = {"EQUAL": "=", "NOT_EQUAL": "<>", "LESS": "<", "AT_MOST": "<=", "GREATER": ">", "AT_LEAST": ">="}


def canonical(value):
    """RFC 8785 for what these documents hold: objects, arrays, texts, whole numbers and truths."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(n) + ":" + canonical(value[n]) for n in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(v) for v in value) + "]"
    if isinstance(value, bool) or isinstance(value, (int, str)):
        return json.dumps(value, ensure_ascii=False)
    raise ValueError(f"not in these documents: {value!r}")


def once(pairs):
    """Refuses members that repeat."""
    found = {}
    for name, value in pairs:
        if name in found:
            raise ValueError(f"the member {name} repeats")
        found[name] = value
    return found


def shift(today, amount, unit):
    """The day that lies so long before today; a month that is too short ends on its last day."""
    if unit in ("DAYS", "WEEKS"):
        return today - datetime.timedelta(days=amount * (7 if unit == "WEEKS" else 1))
    months = today.year * 12 + today.month - 1 - amount * (12 if unit == "YEARS" else 1)
    year, month = divmod(months, 12)
    for day in range(today.day, 27, -1):
        try:
            return datetime.date(year, month + 1, day)
        except ValueError:
            continue
    return datetime.date(year, month + 1, min(today.day, 28))


def first_in_last(today, amount, unit):
    """The first of the days, weeks, months or years that end with today."""
    return shift(today, amount, unit) + datetime.timedelta(days=1)


class Audience:
    """Makes SQL of the audience of a document."""

    def __init__(self, document):
        self.document = document
        self.rules = {tag["key"]: tag.get("rule") for tag in document["tags"]}
        self.today = datetime.date.fromisoformat(document["audience"]["size"]["today"])
        self.scales = {}  # (table, field) -> digits after the point
        self.streams = {}

    def expression(self, node):
        (kind, inner), = node.items()
        if kind == "tag":
            return self.rule(self.rules[inner], "profile")
        if kind == "condition":
            return self.rule(inner, "profile")
        members = [sql for sql in map(self.expression, inner) if sql]
        if not members:
            return None
        joined = (" AND " if kind == "allOf" else " OR ").join(f"({sql})" for sql in members)
        return f"NOT ({joined})" if kind == "except" else joined

    def rule(self, rule, table):
        kind = rule["type"]
        if kind == "hasTag":
            return self.rule(self.rules[rule["tag"]], table)
        if kind in ("all", "any"):
            return (" AND " if kind == "all" else " OR ").join(
                f"({self.rule(r, table)})" for r in rule["rules"])
        if kind == "not":
            return f"NOT ({self.rule(rule['rule'], table)})"
        if kind == "events":
            return self.events(rule)
        field = f"{table}.{name(rule['field'])}"
        if kind == "missing":
            return f"{field} IS NULL"
        if kind == "match":
            return self.match(field, rule)
        if kind == "between":
            low = self.compared(field, "AT_LEAST", rule["low"], (table, rule["field"]))
            return f"{low} AND {self.compared(field, 'AT_MOST', rule['high'], (table, rule['field']))}"
        if kind == "inLast":
            first = first_in_last(self.today, rule["amount"], rule["unit"])
            return f"({field} IS NOT NULL AND substr({field}, 1, 10) BETWEEN '{first}' AND '{self.today}')"
        if kind == "inList":
            return " OR ".join(
                f"({self.compared(field, 'EQUAL', v, (table, rule['field']))})" for v in rule["values"])
        return self.compared(field, rule["comparison"], rule["value"], (table, rule["field"]))

    @staticmethod
    def match(field, rule):
        text, part = literal(rule["text"]), rule["part"]
        size = f"length({text})"
        test = {
            "CONTAINS": f"instr({field}, {text}) > 0",
            "STARTS_WITH": f"substr({field}, 1, {size}) = {text}",
            "ENDS_WITH": f"length({field}) >= {size} AND substr({field}, length({field}) - {size} + 1) = {text}",
        }[part]
        return f"({field} IS NOT NULL AND {test})"

    def compared(self, field, comparison, value, place):
        (kind, inner), = value.items()
        op = SQL[comparison]
        if kind == "number":
            number = Decimal(inner)
            digits = max(0, -number.as_tuple().exponent)
            # Whole numbers on both sides, so that nothing is rounded.
            scale = self.scales.get(place, 0)
            left = f"{field} * {10 ** max(0, digits - scale)}"
            right = int(number.scaleb(max(digits, scale)))
            return f"({field} IS NOT NULL AND {left} {op} {right})"
        if kind == "truth":
            return f"({field} IS NOT NULL AND {field} {op} '{'true' if inner else 'false'}')"
        if kind in ("day", "ago"):
            day = inner if kind == "day" else shift(self.today, inner["amount"], inner["unit"]).isoformat()
            # A moment compares by its day, whose text it begins with.
            return f"({field} IS NOT NULL AND substr({field}, 1, 10) {op} '{day}')"
        return f"({field} IS NOT NULL AND {field} {op} {literal(inner)})"

    def events(self, rule):
        stream = rule["stream"]
        time = f"e.{name(self.streams.get(stream, ('', 'time'))[1])}"
        tests = [f"e.{name(self.streams.get(stream, ('key', ''))[0])} = profile.{name(self.key)}"]
        window = rule["window"]
        if window["type"] != "always":
            if window["type"] == "inLast":
                first, last = first_in_last(self.today, window["amount"], window["unit"]), self.today
            elif window["type"] == "last":
                first, last = shift(self.today, window["amount"], window["unit"]), self.today
            else:
                first, last = window["from"], window["to"]
            tests.append(f"{time} IS NOT NULL AND substr({time}, 1, 10) BETWEEN '{first}' AND '{last}'")
        if "where" in rule:
            tests.append(self.rule(rule["where"], "e"))
        aggregate = rule["aggregate"]
        place = (stream, rule.get("measure"))
        if aggregate == "COUNT":
            reduced, place = "count(*)", None
        elif aggregate == "LATEST":
            reduced, place = f"max({time})", None
        else:
            reduced = f"{aggregate.lower()}(e.{name(rule['measure'])})"
            if aggregate == "SUM":
                reduced = f"coalesce({reduced}, 0)"
        table = name("stream:" + stream)
        query = f"(SELECT {reduced} FROM {table} e WHERE {' AND '.join(f'({t})' for t in tests)})"
        return self.compared(query, rule["comparison"], rule["value"], place)

    key = "key"

    def where(self):
        return self.expression(self.document["audience"]["expression"]) or "1 = 1"

    def numbers(self, node, table="profile", found=None):
        """Which fields of which table are numbers: those that are compared with one or added up."""
        found = set() if found is None else found
        if isinstance(node, dict):
            inner = node.get("stream", table) if node.get("type") == "events" else table
            values = [node.get(n) for n in ("value", "low", "high")] + list(node.get("values") or [])
            if any(isinstance(v, dict) and "number" in v for v in values):
                if "field" in node:
                    found.add((inner, node["field"]))
                if node.get("measure"):
                    found.add((inner, node["measure"]))
            for child in node.values():
                self.numbers(child, inner, found)
        elif isinstance(node, list):
            for child in node:
                self.numbers(child, table, found)
        return found


def name(text):
    return '"' + text.replace('"', '""') + '"'


def literal(text):
    return "'" + text.replace("'", "''") + "'"


def load(database, table, file, numbers, scales):
    """Loads a CSV file; numbers become whole ones, scaled by the longest fraction of their column."""
    with open(file, encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.reader(lines))
    heads, rows = rows[0], [[cell(c) for c in row] for row in rows[1:] if row]
    for place in numbers:
        if place[1] in heads:
            at = heads.index(place[1])
            digits = [max(0, -Decimal(r[at]).as_tuple().exponent) for r in rows if r[at] is not None]
            scales[place] = max(digits, default=0)
            for row in rows:
                row[at] = None if row[at] is None else int(Decimal(row[at]).scaleb(scales[place]))
    database.execute(f"CREATE TABLE {name(table)} ({', '.join(map(name, heads))})")
    database.executemany(f"INSERT INTO {name(table)} VALUES ({', '.join('?' * len(heads))})", rows)
    return heads


def cell(text):
    text = unicodedata.normalize("NFC", text.strip())
    return text or None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("document")
    parser.add_argument("--profiles")
    parser.add_argument("--key")
    parser.add_argument("--events", action="append", default=[], metavar="STREAM=FILE:KEY:TIME")
    given = parser.parse_args()
    with open(given.document, encoding="utf-8-sig") as file:
        document = json.load(file, object_pairs_hook=once)
    if document.get("format") != "marquetry/package" or document.get("formatVersion") not in (1, 2, 3, 4, 5):
        sys.exit("not a package document of version 1 to 5")
    plain = {n: v for n, v in document.items() if n != "sha256"}
    if hashlib.sha256(canonical(plain).encode()).hexdigest() != document["sha256"]:
        sys.exit("the document was changed: its hash is another one")
    print(f"{document['package']['key']}, version {document['package']['version']}: hash is right")

    audience = Audience(document)
    if not given.profiles:
        print(f"SELECT count(*) FROM profile WHERE {audience.where()}")
        return
    audience.key = given.key
    database = sqlite3.connect(":memory:")
    numbers = audience.numbers([document["audience"]["expression"], document["tags"]])
    load(database, "profile", given.profiles, [p for p in numbers if p[0] == "profile"], audience.scales)
    for one in given.events:
        stream, rest = one.split("=", 1)
        file, key, time = rest.rsplit(":", 2)
        audience.streams[stream] = (key, time)
        load(database, "stream:" + stream, file, [p for p in numbers if p[0] == stream], audience.scales)
        database.execute(f"CREATE INDEX {name('of ' + stream)} ON {name('stream:' + stream)} ({name(key)})")
    for (stream, field), scale in list(audience.scales.items()):
        audience.scales[("e", field)] = scale
    count, = database.execute(f"SELECT count(*) FROM profile WHERE {audience.where()}").fetchone()
    told = document["audience"]["size"]["audience"]
    print(f"counted here: {count}; the document says: {told}")
    sys.exit(0 if count == told else 1)


if __name__ == "__main__":
    main()
