#!/usr/bin/env python3
"""Validates the scenarios and the evidence against the JSON Schemas that stand beside them.

Every Scenarios/*.json5 and seeds/*.json5 is held against the schema that its $schema names. The schemas themselves are
checked too, and so is that they refuse what is broken. Prints one line per file; the exit status is 1 on a failure.
"""

import json
import sys
from pathlib import Path

try:
    import json5
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import SchemaError, best_match
except ImportError:
    print("schema validation skipped: python3 packages jsonschema and json5 are not installed")
    sys.exit(0)

ROOT = Path(__file__).resolve().parent.parent
SCENARIO = ROOT / "Scenarios" / "scenario.schema.json"
EVIDENCE = ROOT / "seeds" / "evidence.schema.json"

# The smallest documents that are whole; BROKEN is made of them, one change each.
WHOLE = """{
  format: 1, title: "a whole scenario",
  players: [{ id: "us" }],
  decisions: [{ id: "nmd", player: "us", options: ["deploy", "defer"] }],
  interests: [{ id: "safety" }],
  effects: [{ id: "shield", on: "safety", when: { nmd: "deploy" }, add: 1 }],
  stakes: { us: { safety: 1 } },
  statusQuo: { nmd: "defer" },
}"""
CHANGES = '{ from: "whole.json5", title: "what differs", effects: [{ id: "shield", add: 2 }], summary: null }'
TEST = """{
  from: "whole.json5",
  claims: [{ id: "a", says: "b", kind: "model", tests: [{ settles: { nmd: "defer" } }] }],
}"""
AXIS = '{ from: "whole.json5", sweeps: { default: { vary: { "effects.shield": { range: [0, 1], step: 0.5 } } } } }'
KINDS = """{
  from: "whole.json5",
  parameters: {
    president: { value: "bush", options: { clinton: 0, bush: 1 } },
    ratified: { value: true, distribution: { discrete: { values: [true, false], weights: [1, 3] } } },
    launches: { value: 2, kind: "integer", range: [1, 4] },
    works: { value: 0.6, distribution: { triangular: { low: 0, mode: 0.6, high: 1 } } },
  },
  constraints: ["works * 2 <= launches - 0.5 * president.bush"],
  sweeps: {
    given: { points: "samples.csv" }, moved: { design: "morris", levels: 4, vary: { works: {} } },
    drawn: { design: "random", vary: { works: { distribution: { normal: { mean: 1, deviation: 2 } } }, president: { values: ["bush"] } } },
  },
}"""
STANDS = """{
  from: "whole.json5",
  forecast: [{
    id: "shield", name: "how far the shield goes", range: [0, 100], decision: "nmd", marks: { defer: 50, deploy: 100 },
    positions: {
      us: { position: { low: 60, mode: 70, high: 90 }, salience: 80, capability: { low: 1, mode: 2, high: 3 } },
      russia: { position: 10, salience: { low: 70, mode: 80, high: 90 }, capability: 0 },
    },
  }],
}"""
ARTICLE = """{
  format: 1, source: { title: "an article", kind: "article" },
  positions: [{ id: "a", paragraph: 1, holder: "us", saidBy: "author", sure: "fact", says: "b" }],
}"""
RECORD = """{
  format: 1, source: { title: "a record", kind: "record" },
  positions: [{ id: "a", date: "2000", says: "b" }],
}"""

# What is broken, the document, what to replace in it, and by what.
BROKEN = [
    ("another format", SCENARIO, WHOLE, "format: 1", "format: 2"),
    ("no players", SCENARIO, WHOLE, 'players: [{ id: "us" }],', ""),
    ("an unknown key", SCENARIO, WHOLE, "title:", "colour: 3, title:"),
    ("an id in capitals", SCENARIO, WHOLE, 'id: "nmd"', 'id: "NMD"'),
    ("one option alone", SCENARIO, WHOLE, '["deploy", "defer"]', '["deploy"]'),
    ("no amount", SCENARIO, WHOLE, ", add: 1", ""),
    ("a condition that nothing meets", SCENARIO, WHOLE, 'nmd: "deploy" }', "nmd: [] }"),
    ("a power in an expression", SCENARIO, WHOLE, "add: 1", 'add: "2^2"'),
    ("a bare word as a reason", SCENARIO, WHOLE, "add: 1", 'add: 1, because: ["Because of fear"]'),
    ("a patience above 1", SCENARIO, WHOLE, 'id: "us"', 'id: "us", patience: 1.4'),
    ("a deletion without from", SCENARIO, WHOLE, 'id: "safety"', 'id: "safety", delete: true'),
    ("null without from", SCENARIO, WHOLE, "title:", "summary: null, title:"),
    ("a derived parameter with a range", SCENARIO, CHANGES, "title:",
     'parameters: { twice: { value: "2 * 2", range: [0, 1] } }, title:'),
    ("delete: false", SCENARIO, CHANGES, "add: 2", "delete: false"),
    ("from what is no path", SCENARIO, CHANGES, '"whole.json5"', "null"),
    ("a test with two forms", SCENARIO, TEST, "settles:", 'equilibria: "every", have: {}, settles:'),
    ("a test without a form", SCENARIO, TEST, 'settles: { nmd: "defer" }', 'at: "every"'),
    ("a claim that tests nothing", SCENARIO, TEST, '{ settles: { nmd: "defer" } }', ""),
    ("a form with another's key", SCENARIO, TEST, "settles:", 'at: "settled", settles:'),
    ("step and points at once", SCENARIO, AXIS, "step: 0.5", "step: 0.5, points: 3"),
    ("a path that leads to no number", SCENARIO, AXIS, "effects.shield", "players.us"),
    ("a kind of parameter that is none", SCENARIO, KINDS, '"integer"', '"whole"'),
    ("true with a range", SCENARIO, KINDS, "value: true,", "value: true, range: [0, 1],"),
    ("an option with a hyphen", SCENARIO, KINDS, "clinton: 0", '"al-gore": 0'),
    ("a family of distributions that is none", SCENARIO, KINDS, "normal:", "gaussian:"),
    ("two distributions at once", SCENARIO, KINDS, "normal:", "uniform: { low: 0, high: 1 }, normal:"),
    ("a distribution without its mode", SCENARIO, KINDS, " mode: 0.6,", ""),
    ("a deviation of 0", SCENARIO, KINDS, "deviation: 2", "deviation: 0"),
    ("a weight below 0", SCENARIO, KINDS, "weights: [1, 3]", "weights: [1, -3]"),
    ("a constraint with two comparisons", SCENARIO, KINDS, "2 <= launches", "2 <= launches <= 3"),
    ("a constraint without a comparison", SCENARIO, KINDS, " <= launches", " + launches"),
    ("a constraint with ==", SCENARIO, KINDS, "<=", "=="),
    ("a constraint that is a number", SCENARIO, KINDS, '["works * 2 <= launches - 0.5 * president.bush"]', "[3]"),
    ("an odd number of levels", SCENARIO, KINDS, "levels: 4", "levels: 5"),
    ("a design that is none", SCENARIO, KINDS, '"random"', '"sobel"'),
    ("samples one by one and drawn", SCENARIO, KINDS, 'points: "samples.csv"', 'points: "samples.csv", design: "random"'),
    ("samples one by one and varied", SCENARIO, KINDS, 'points: "samples.csv"', 'points: "samples.csv", vary: { works: {} }'),
    ("a range with a distribution", SCENARIO, KINDS, "{ distribution: { normal:", "{ range: [0, 1], distribution: { normal:"),
    ("a forecast of one continuum alone", SCENARIO, STANDS, "forecast: [{", 'forecast: { id: "a" }, claims: [{'),
    ("a continuum without an id", SCENARIO, STANDS, 'id: "shield",', ""),
    ("a continuum of no length", SCENARIO, STANDS, "[0, 100]", "[100, 100]"),
    ("a mark that is no place", SCENARIO, STANDS, "defer: 50", 'defer: "middle"'),
    ("a salience above 100", SCENARIO, STANDS, "salience: 80,", "salience: 101,"),
    ("an uncertain salience above 100", SCENARIO, STANDS, "high: 90 }, capability: 0", "high: 190 }, capability: 0"),
    ("a capability below 0", SCENARIO, STANDS, "low: 1,", "low: -1,"),
    ("an estimate with another key", SCENARIO, STANDS, "mode: 2,", "mean: 2,"),
    ("an article's position without its paragraph", EVIDENCE, ARTICLE, "paragraph: 1,", ""),
    ("a fact of the record without its date", EVIDENCE, RECORD, 'date: "2000",', ""),
    ("a kind of certainty that is none", EVIDENCE, ARTICLE, '"fact"', '"sure"'),
]


def parse(text):
    """The value of a JSON5 text; refuses keys given twice, as Détente does."""
    return json5.loads(text, allow_duplicate_keys=False)


def mistake(schema, document):
    """What is wrong with a document, in one line; None where nothing is."""
    error = best_match(Draft202012Validator(schema).iter_errors(document))
    return error and f"{error.json_path}: {error.message}"


def read_schema(path):
    """The schema in a file, which must be valid itself."""
    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return schema


def check_schema(path):
    read_schema(path)


def check_document(path):
    document = parse(path.read_text(encoding="utf-8"))
    if not isinstance(document, dict) or "$schema" not in document:
        return "it names no $schema"
    return mistake(read_schema(path.parent / document["$schema"]), document)


def check_refusals():
    """What is wrong with the schemas: broken documents that are accepted, whole ones that are refused."""
    schemas = {path: read_schema(path) for path in (SCENARIO, EVIDENCE)}
    for path, whole in {(path, whole) for _, path, whole, _, _ in BROKEN}:
        if wrong := mistake(schemas[path], parse(whole)):
            yield f"refused, though whole: {wrong}"
    for name, path, whole, old, new in BROKEN:
        if whole.count(old) != 1 or not mistake(schemas[path], parse(whole.replace(old, new))):
            yield f"accepted: {name}"


def report(name, wrong):
    """Prints how a file fares; whether it is well."""
    print(f"{'FAILS' if wrong else 'ok':<5}  {name}{f': {wrong}' if wrong else ''}")
    return not wrong


def attempt(check, path):
    """What is wrong with a file, unreadable ones included."""
    try:
        return check(path)
    except (OSError, ValueError, SchemaError) as error:
        return str(error).splitlines()[0]


def main():
    good = True
    for path in (SCENARIO, EVIDENCE):
        good &= report(path.relative_to(ROOT), attempt(check_schema, path))
    if not good:
        return 1
    for folder in ("Scenarios", "seeds"):
        for path in sorted((ROOT / folder).glob("*.json5")):
            good &= report(path.relative_to(ROOT), attempt(check_document, path))
    wrong = list(check_refusals())
    good &= report(f"{len(BROKEN)} broken documents are refused", "; ".join(wrong))
    return 0 if good else 1


sys.exit(main())
