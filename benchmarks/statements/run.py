#!/usr/bin/env python3
"""Line -> statement on logs of real systems: run.py WORK [SYSTEM...]; see README.md."""

import argparse
import base64
import os
import subprocess
from collections import Counter
from pathlib import Path

import compare
import loghub
import prepare
import records as reading
from layouts import LAYOUTS
from systems import SYSTEMS

MOST = 500


def classpath():
    target = compare.HOME / "gateway/target"
    subprocess.run([*compare.mendgate(), "--version"], check=True, capture_output=True)
    return f"{target}/mendgate-gateway.jar:{target}/lib/*"


def throws(repo, thrown, folder, problems):
    asked = folder / "thrown.tsv"
    asked.write_text("".join(
        f"{t.type}\t{base64.b64encode(t.message.encode('utf-8', 'replace')).decode()}\n" for t in thrown))
    java_classpath = os.environ.get("MENDGATE_CLASSPATH") or classpath()
    done = subprocess.run(
        ["java", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp", java_classpath,
         str(prepare.HERE / "FindThrows.java"), str(repo), str(folder / "data"), str(asked)],
        capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    counts = Counter()
    for failure, places in zip(thrown, done.stdout.split("\n")[:-1], strict=True):
        verdict = compare.judge(failure, places)
        counts[verdict] += 1
        if verdict != "right":
            problems.append(("throw " + verdict, failure, places))
    return counts


def share(counts):
    total = sum(counts.values())
    part = lambda *names: 100 * sum(counts[n] for n in names) / max(total, 1)
    return (f"{total:7} {part('right'):7.2f} {part('right', 'ambiguous'):7.2f} "
            f"{part('wrong'):6.2f} {part('none', 'layout'):6.2f}")


def write(problems, file):
    with open(file, "w", encoding="utf-8", errors="replace") as out:
        for (verdict, thing, places), times in distinct(problems):
            where = f"{thing.place[0]}:{thing.place[1]}" if thing.place else str(thing.frame)
            message = thing.message.replace("\t", " ").replace("\n", "\\n")[:300]
            kind = getattr(thing, "logger", None) or thing.type
            out.write("\t".join([verdict, str(times), where, kind, message, (places or "")[:400]]) + "\n")


def distinct(problems):
    seen = {}
    for problem in problems:
        verdict, thing, _ = problem
        key = (verdict, thing.place or thing.frame)
        seen[key] = (seen.get(key, (problem, 0))[0], seen.get(key, (problem, 0))[1] + 1)
    return sorted(seen.values(), key=lambda e: (e[0][0], -e[1]))


def thinned(records):
    """Drops what a statement says after its 500th line, so that no chatter decides."""
    said = Counter()
    kept = []
    for record in records:
        said[record.frame] += 1
        if said[record.frame] <= MOST:
            kept.append(record)
    return kept


def measure(name, repo, records, thrown, folder, layouts):
    records = thinned(records)
    for title in layouts:
        problems = []
        texts = [layouts[title](record) for record in records]
        answers = compare.ask(repo, folder / "data", texts, folder / "chunks")
        lines, statements, foreign = compare.count(records, answers, problems)
        print(f"{name:11} {title:13} lines      {share(lines)}   foreign {sum(foreign.values())}, "
              f"given a statement {foreign['given']}")
        print(f"{'':11} {'':13} statements {share(statements)}", flush=True)
        write(problems, folder / f"problems-{title.replace(' ', '-')}.tsv")
    if thrown:
        problems = []
        print(f"{name:11} {'exceptions':13} throws     {share(throws(repo, thrown, folder, problems))}", flush=True)
        write(problems, folder / "problems-throws.tsv")


def main():
    options = argparse.ArgumentParser(description="Line -> statement on logs of real systems; see README.md.")
    options.add_argument("--loghub", type=Path, metavar="DIR", help="checkout of logpai/loghub: measures its ZooKeeper log too")
    options.add_argument("--layout", action="append", choices=LAYOUTS, help="only this one; may be repeated")
    options.add_argument("work", type=Path, metavar="WORK", help="folder for jars, sources, logs and problems")
    options.add_argument("systems", nargs="*", metavar="SYSTEM", help="of " + ", ".join(s.name for s in SYSTEMS))
    chosen = options.parse_args()
    unknown = set(chosen.systems) - {s.name for s in SYSTEMS}
    if unknown:
        options.error(f"no such system: {', '.join(sorted(unknown))}")
    print(f"{'system':11} {'layout':13} {'of':10} {'count':>7} {'right%':>7} {'+among%':>7} {'wrong%':>6} {'none%':>6}")
    work = chosen.work.resolve()
    for system in SYSTEMS:
        if not chosen.systems or system.name in chosen.systems:
            folder = work / system.name
            prepare.fetch(system, folder)
            repo = prepare.repository(system, folder)
            file = prepare.record(system, folder)
            found, thrown = reading.read(file, reading.Sources(repo), system.wrappers, system.deferring)
            measure(system.name, repo, found, thrown, folder,
                    {name: LAYOUTS[name] for name in chosen.layout or LAYOUTS})
    if chosen.loghub:
        folder = work / loghub.SOURCES.name
        prepare.fetch(loghub.SOURCES, folder)
        repo = prepare.repository(loghub.SOURCES, folder)
        found = loghub.read(chosen.loghub / "Zookeeper/Zookeeper_2k.log", reading.Sources(repo))
        measure("loghub", repo, found, [], folder, loghub.LAYOUTS)


if __name__ == "__main__":
    main()
