#!/usr/bin/env python3
"""Lines a second of patterns, hashes, masks and template mining, and of Drain3 in the same run.

usage: speed.py LOGHUB DRAIN3 [--lines N] [--python PROGRAM]

LOGHUB is a checkout of github.com/logpai/loghub (or its bare repository), DRAIN3 one of
github.com/logpai/Drain3. The messages of the sixteen labelled samples are shuffled and repeated
until there are N lines (1,000,000). Drain3 runs on PROGRAM (/usr/bin/python3), which needs the
packages cachetools and jsonpickle. One thread each, one after the other, warmed up; ours is run
before and after Drain3, and the slower of the two counts.
"""
import argparse
import os
import random
import subprocess
import tempfile

from grouping import HERE, classpath, labelled, systems


def messages(loghub, wanted):
    found = [
        " ".join(row["Content"].splitlines())
        for name in systems(loghub)
        for row in labelled(loghub, name)
    ]
    order = random.Random(1)
    lines = []
    while len(lines) < wanted:
        order.shuffle(found)
        lines += found
    return lines[:wanted]


def ours(scratch, classes, path):
    rows = subprocess.run(
        ["java", "-Xmx4g", "-XX:+UseSerialGC", "-cp", scratch + ":" + classes, "PatternBench", path],
        check=True, capture_output=True, text=True,
    ).stdout.splitlines()
    return {name: float(rate) for name, rate in (row.split("\t") for row in rows)}


def drain3(program, folder, path, masked):
    return float(subprocess.run(
        [program, os.path.join(HERE, "drain3_speed.py"), folder, path, "1" if masked else "0"],
        check=True, stdout=subprocess.PIPE, text=True,
    ).stdout)


def main():
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("loghub")
    arguments.add_argument("drain3")
    arguments.add_argument("--lines", type=int, default=1_000_000)
    arguments.add_argument("--python", default="/usr/bin/python3")
    told = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="mendgate-bench-") as scratch:
        path = os.path.join(scratch, "messages")
        with open(path, "w", encoding="utf-8") as out:
            out.write("\n".join(messages(told.loghub, told.lines)))
        classes = classpath()
        source = os.path.join(HERE, "PatternBench.java")
        subprocess.run(["javac", "-proc:none", "-d", scratch, "-cp", classes, source], check=True)
        before = ours(scratch, classes, path)
        plain = drain3(told.python, told.drain3, path, False)
        masked = drain3(told.python, told.drain3, path, True)
        after = ours(scratch, classes, path)
    rates = {name: min(before[name], after[name]) for name in before}
    print("| | lines/s | x Drain3 | x Drain3 with its masks |")
    print("|---|---:|---:|---:|")
    for name, rate in [*rates.items(), ("Drain3", plain), ("Drain3 with its masks", masked)]:
        print(f"| {name} | {rate:,.0f} | {rate / plain:.2f} | {rate / masked:.2f} |")


if __name__ == "__main__":
    main()
