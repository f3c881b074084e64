#!/usr/bin/env python3
"""How many records of loghub's labelled samples are left with exactly the labelled message.

usage: layouts.py LOGHUB

LOGHUB is a checkout of github.com/logpai/loghub (or its bare repository): NAME/NAME_2k.log is read
as any log is, and each record's message compared with the Content column of
NAME_2k.log_structured.csv. White space at both ends does not count.

Prints a Markdown table: messages that are equal, million lines a second of processor time, and how
many times as long as reading the lines takes.
"""
import csv
import glob
import io
import os
import subprocess
import sys
import tempfile

from grouping import classpath

HERE = os.path.dirname(os.path.abspath(__file__))
LOG = "_2k.log"


def git(loghub, *arguments):
    return subprocess.run(["git", "-C", loghub, *arguments], check=True, capture_output=True).stdout


def samples(loghub):
    """Yields name, log and labels, of a work tree or of a bare repository."""
    found = sorted(glob.glob(os.path.join(loghub, "*", "*" + LOG)))
    if found:
        for path in found:
            with open(path, "rb") as log, open(path + "_structured.csv", encoding="utf-8") as labels:
                yield os.path.basename(path)[: -len(LOG)], log.read(), labels.read()
        return
    tree = git(loghub, "ls-tree", "-r", "--name-only", "HEAD").decode().splitlines()
    for path in sorted(p for p in tree if p.endswith(LOG)):
        log = git(loghub, "show", "HEAD:" + path)
        labels = git(loghub, "show", "HEAD:" + path + "_structured.csv").decode()
        yield os.path.basename(path)[: -len(LOG)], log, labels


def main():
    if len(sys.argv) != 2 or not os.path.isdir(sys.argv[1]):
        sys.exit(__doc__)
    names, labels = [], []
    with tempfile.TemporaryDirectory(prefix="mendgate-bench-") as scratch:
        for name, log, text in samples(sys.argv[1]):
            names.append(name)
            rows = csv.DictReader(io.StringIO(text))
            labels.append({int(row["LineId"]): row["Content"].strip() for row in rows})
            with open(os.path.join(scratch, name), "wb") as out:
                out.write(log)
        printed = subprocess.run(
            ["java", "-cp", classpath(), os.path.join(HERE, "ReadLayouts.java")]
            + [os.path.join(scratch, name) for name in names],
            check=True, capture_output=True,
        ).stdout.decode()
    report(names, labels, printed.split("\nfile "))


def report(names, labels, parts):
    print("| system | records | message as labelled | M lines/s | times reading lines |")
    print("|---|---:|---:|---:|---:|")
    all_records = all_equal = 0
    for name, wanted, part in zip(names, labels, parts):
        found, rate = {}, []
        for line in part.split("\n"):
            if line.startswith("record "):
                _, number, *message = line.split(" ", 2)
                found[int(number)] = (message or [""])[0].strip()
            elif line.startswith("rate "):
                rate = [int(number) for number in line.split()[1:]]
        equal = sum(found.get(number) == message for number, message in wanted.items())
        all_records += len(wanted)
        all_equal += equal
        print(f"| {name} | {len(wanted)} | {equal} | {1e3 * rate[0] / rate[1]:.2f}"
              f" | {rate[1] / rate[2]:.1f} |")
    print(f"| all | {all_records} | {all_equal} ({100 * all_equal / all_records:.2f} %) | | |")


if __name__ == "__main__":
    main()
