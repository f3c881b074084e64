#!/usr/bin/env python3
"""Draws a random sample of what `mendgate scan` finds, with the code around, to be read by people.

  sample.py draw --out DIR --seed N --size N REPOSITORY...   scans, writes sample.txt and sample.tsv
  sample.py count JUDGED.tsv                                 false alarms by rule

sample.tsv has one line for each finding: verdict (empty, to be filled in: weakness or
false-alarm), rule, repository, commit, path, line. docs/scan.md tells what counts as which.
"""

import argparse
import collections
import json
import pathlib
import random
import subprocess
import sys
import urllib.parse

AROUND = 6


def scan(mendgate, repository, extra):
    command = [mendgate, "scan", "--repo", repository, "--format", "sarif", *extra]
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    log = json.loads(run.stdout)["runs"][0]
    for result in log["results"]:
        place = result["locations"][0]["physicalLocation"]
        yield {
            "repository": repository,
            "commit": log["properties"]["commit"],
            "rule": result["ruleId"],
            "path": urllib.parse.unquote(place["artifactLocation"]["uri"]),
            "line": place["region"]["startLine"],
            "message": result["message"]["text"],
            "fix": result.get("fixes", [{}])[0].get("description", {}).get("text", ""),
        }


def name(repository):
    parts = [part for part in pathlib.Path(repository).parts if part not in ("repo", ".git")]
    return parts[-1]


def around(found):
    shown = subprocess.run(
        ["git", "-C", found["repository"], "show", f"{found['commit']}:{found['path']}"],
        stdout=subprocess.PIPE,
        check=True,
    )
    lines = shown.stdout.decode("latin-1").splitlines()
    first = max(0, found["line"] - 1 - AROUND)
    rows = enumerate(lines[first : found["line"] + AROUND], first + 1)
    return "".join(f"{'>' if n == found['line'] else ' '}{n:6} {text}\n" for n, text in rows)


def draw(arguments):
    found = []
    for repository in sorted(arguments.repositories, key=name):
        here = list(scan(arguments.mendgate, repository, arguments.option))
        print(f"{name(repository)}: {len(here)} findings", file=sys.stderr)
        found.extend(here)
    chosen = random.Random(arguments.seed).sample(found, min(arguments.size, len(found)))
    arguments.out.mkdir(parents=True, exist_ok=True)
    with open(arguments.out / "sample.tsv", "w") as rows, open(arguments.out / "sample.txt", "w") as text:
        rows.write("verdict\trule\trepository\tcommit\tpath\tline\n")
        for number, one in enumerate(chosen, 1):
            rows.write(
                "\t{}\t{}\t{}\t{}\t{}\n".format(
                    one["rule"], name(one["repository"]), one["commit"][:12], one["path"], one["line"]
                )
            )
            text.write(f"=== {number} {name(one['repository'])} {one['path']}:{one['line']}\n")
            text.write(f"[{one['rule']}] {one['message']}\nfix: {one['fix']}\n{around(one)}\n")
    print(f"{len(chosen)} of {len(found)} findings, seed {arguments.seed}: {arguments.out}")


def count(arguments):
    rows = [line.rstrip("\n").split("\t") for line in open(arguments.judged)][1:]
    by_rule = collections.defaultdict(collections.Counter)
    for verdict, rule, *_ in rows:
        by_rule[rule][verdict] += 1
    print("| rule | read | false alarms |\n|---|---|---|")
    total = collections.Counter()
    for rule, verdicts in sorted(by_rule.items()):
        total += verdicts
        print(f"| `{rule}` | {verdicts.total()} | {verdicts['false-alarm']} |")
    share = 100 * total["false-alarm"] / max(1, total.total())
    print(f"| all | {total.total()} | {total['false-alarm']} ({share:.0f} %) |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("--mendgate", default="./mendgate")
    drawing.add_argument("--out", type=pathlib.Path, required=True)
    drawing.add_argument("--seed", type=int, default=20261120)
    drawing.add_argument("--size", type=int, default=100)
    drawing.add_argument("--option", action="append", default=[], help="passed on to the scan")
    drawing.add_argument("repositories", nargs="+")
    drawing.set_defaults(run=draw)
    counting = commands.add_parser("count")
    counting.add_argument("judged", type=pathlib.Path)
    counting.set_defaults(run=count)
    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()
