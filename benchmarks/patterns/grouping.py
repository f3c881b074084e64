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
SUFFIX = "_2k.log"


def read(loghub, path):
    """Returns a file of the work tree or of the bare repository."""
    if os.path.exists(os.path.join(loghub, path)):
        with open(os.path.join(loghub, path), "rb") as file:
            return file.read()
    shown = subprocess.run(
        ["git", "-C", loghub, "show", "HEAD:" + path], check=True, capture_output=True
    )
    return shown.stdout


def systems(loghub):
    """Returns the folders of the labelled samples."""
    found = glob.glob(os.path.join(loghub, "*", "*" + SUFFIX))
    if not found:
        found = subprocess.run(
            ["git", "-C", loghub, "ls-tree", "-r", "--name-only", "HEAD"],
            check=True, capture_output=True, text=True,
        ).stdout.splitlines()
    return sorted(os.path.basename(p)[: -len(SUFFIX)] for p in found if p.endswith(SUFFIX))


def labelled(loghub, name):
    """Returns the rows of a sample: EventId and Content are used."""
    text = read(loghub, f"{name}/{name}{SUFFIX}_structured.csv").decode("utf-8", "replace")
    return list(csv.DictReader(io.StringIO(text)))


def accuracy(found, events):
    """Returns the share of lines whose group is exactly that of their event."""
    if len(found) != len(events):
        return 0.0
    truth = groups(events)
    return sum(len(group) for group in groups(found) if group in truth) / len(events)


def groups(names):
    lines = {}
    for line, name in enumerate(names):
        lines.setdefault(name, set()).add(line)
    return {frozenset(group) for group in lines.values()}


def printed(log, scratch):
    """Returns the hashes that the command prints for a whole log."""
    path = os.path.join(scratch, "whole.log")
    with open(path, "wb") as file:
        file.write(log)
    rows = subprocess.run(
        [os.path.join(HOME, "mendgate"), "patterns", path], check=True, capture_output=True
    ).stdout.decode("utf-8", "replace")
    return [row.split("\t")[0] for row in rows.rstrip("\n").split("\n")]


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
    loghub = sys.argv[1]
    names = systems(loghub)
    with tempfile.TemporaryDirectory(prefix="mendgate-bench-") as scratch:
        classes = scratch + ":" + classpath()
        whole = []
        for name in names:
            rows = labelled(loghub, name)
            with open(os.path.join(scratch, name), "w", encoding="utf-8") as out:
                for row in rows:
                    out.write(row["EventId"] + "\t" + " ".join(row["Content"].split("\n")) + "\n")
            found = printed(read(loghub, f"{name}/{name}{SUFFIX}"), scratch)
            whole.append(accuracy(found, [row["EventId"] for row in rows]))
        source = os.path.join(HERE, "GroupingBench.java")
        subprocess.run(
            ["javac", "-proc:none", "-d", scratch, "-cp", classes, source], check=True
        )
        rows = subprocess.run(
            ["java", "-cp", classes, "GroupingBench"] + [os.path.join(scratch, n) for n in names],
            check=True, capture_output=True, text=True,
        ).stdout.splitlines()
    report(names, [[int(n) for n in row.split()] for row in rows], whole)


def report(names, rows, whole):
    print("| system | lines | events | templates | grouping accuracy | from whole lines"
          " | same in 5 orders | after restarts | after growth | first hash is last |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    for name, row, found in zip(names, rows, whole):
        table_row(name, row, row[3] / row[0], found)
    total = [sum(row[i] for row in rows) for i in range(8)]
    mean = sum(row[3] / row[0] for row in rows) / len(rows)
    table_row("all", total, mean, sum(whole) / len(whole))


def table_row(name, row, messages, lines):
    shares = " | ".join(f"{100 * n / row[0]:.2f} %" for n in row[4:])
    print(f"| {name} | {row[0]} | {row[1]} | {row[2]} | {messages:.4f} | {lines:.4f} | {shares} |")


if __name__ == "__main__":
    main()
