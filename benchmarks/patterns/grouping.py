#!/usr/bin/env python3
"""Grouping accuracy and stability of mined templates on the labelled samples of loghub.

usage: grouping.py LOGHUB

LOGHUB is a checkout of github.com/logpai/loghub (or its bare repository): it has a folder for each
system with NAME_2k.log_structured.csv. One configuration, the default, is used for all of them.
"""
import csv
import glob
import io
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
HOME = os.path.dirname(os.path.dirname(HERE))
SUFFIX = "_2k.log_structured.csv"


def files(loghub):
    """Yields name -> content of the labelled samples, of a work tree or of a bare repository."""
    found = sorted(glob.glob(os.path.join(loghub, "*", "*" + SUFFIX)))
    if found:
        for path in found:
            with open(path, encoding="utf-8", errors="replace", newline="") as lines:
                yield os.path.basename(path)[: -len(SUFFIX)], lines.read()
        return
    tree = subprocess.run(
        ["git", "-C", loghub, "ls-tree", "-r", "--name-only", "HEAD"],
        check=True, capture_output=True, text=True,
    ).stdout.splitlines()
    for path in sorted(p for p in tree if p.endswith(SUFFIX)):
        shown = subprocess.run(
            ["git", "-C", loghub, "show", "HEAD:" + path], check=True, capture_output=True
        ).stdout
        yield os.path.basename(path)[: -len(SUFFIX)], shown.decode("utf-8", "replace")


def classpath():
    subprocess.run(
        [os.path.join(HOME, "mendgate"), "--version"], check=True, stdout=subprocess.DEVNULL
    )
    target = os.path.join(HOME, "gateway", "target")
    jars = [os.path.join(target, "mendgate-gateway.jar")]
    return ":".join(jars + glob.glob(os.path.join(target, "lib", "*.jar")))


def main():
    if len(sys.argv) != 2 or not os.path.isdir(sys.argv[1]):
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory(prefix="mendgate-bench-") as scratch:
        names = []
        for name, text in files(sys.argv[1]):
            names.append(name)
            with open(os.path.join(scratch, name), "w", encoding="utf-8") as out:
                for row in csv.DictReader(io.StringIO(text)):
                    out.write(row["EventId"] + "\t" + " ".join(row["Content"].split("\n")) + "\n")
        classes = scratch + ":" + classpath()
        source = os.path.join(HERE, "GroupingBench.java")
        subprocess.run(
            ["javac", "-proc:none", "-d", scratch, "-cp", classes, source], check=True
        )
        rows = subprocess.run(
            ["java", "-cp", classes, "GroupingBench"] + [os.path.join(scratch, n) for n in names],
            check=True, capture_output=True, text=True,
        ).stdout.splitlines()
    report(names, [[int(n) for n in row.split()] for row in rows])


def report(names, rows):
    print("| system | lines | events | templates | grouping accuracy"
          " | same in 5 orders | after restarts | after growth | first hash is last |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
    for name, row in zip(names, rows):
        print(f"| {name} | {row[0]} | {row[1]} | {row[2]} | " + " | ".join(shares(row)) + " |")
    accuracies = [row[3] / row[0] for row in rows]
    total = [sum(row[i] for row in rows) for i in range(8)]
    print(f"| all | {total[0]} | {total[1]} | {total[2]} | "
          + " | ".join([f"{sum(accuracies) / len(rows):.4f}"] + shares(total)[1:]) + " |")


def shares(row):
    return [f"{row[3] / row[0]:.4f}"] + [f"{100 * n / row[0]:.2f} %" for n in row[4:]]


if __name__ == "__main__":
    main()
