"""Asks the command line which statement wrote each record, and counts the answers."""

import os
import re
import shlex
import subprocess
from collections import Counter
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
CHUNK = 100
END = "end of a chunk of the statements benchmark"


def mendgate():
    return shlex.split(os.environ.get("MENDGATE", str(HOME / "mendgate")))


def ask(repo, data, texts, scratch):
    """Returns for each record's text the places of its row, or None where it made no row of its own."""
    scratch.mkdir(parents=True, exist_ok=True)
    for old in scratch.iterdir():
        old.unlink()
    answers = []
    for rows, chunk in zip(rows_of(repo, data, texts, scratch, CHUNK), chunks(texts, CHUNK)):
        if len(rows) == len(chunk):
            answers += rows
            continue
        for single, _ in zip(rows_of(repo, data, chunk, scratch, 1), chunk):
            answers.append(single[0] if len(single) == 1 else None)
    return answers


def chunks(texts, size):
    return [texts[i:i + size] for i in range(0, len(texts), size)]


def rows_of(repo, data, texts, scratch, size):
    end = scratch / "end.log"
    end.write_text(END + "\n")
    files = []
    for number, chunk in enumerate(chunks(texts, size)):
        file = scratch / f"{size}-{number}.log"
        file.write_text("".join(t if t.endswith("\n") else t + "\n" for t in chunk), encoding="utf-8", errors="replace")
        files += [str(file), str(end)]
    found, rows = [], []
    for part in chunks(files, 2000):
        done = subprocess.run([*mendgate(), "patterns", "--repo", str(repo), "--data", str(data), *part],
                              capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)
        if done.returncode:
            raise SystemExit(f"mendgate failed: {done.stderr[-2000:]}")
        for row in done.stdout.split("\n")[:-1]:
            _, template, places = row.split("\t")
            if template == END:
                found.append(rows)
                rows = []
            else:
                rows.append(places)
    return found


def judge(thing, places):
    """right, ambiguous (right among others), wrong, none or layout."""
    if places is None:
        return "layout"
    if not places:
        return "none"
    named = [re.fullmatch(r"(.*):(\d+)-(\d+)", p) for p in places.split(",")]
    right = thing.place and any(holds(m, p) for m in named for p in [thing.place, *thing.callers])
    if not right and not any(words_itself(m, thing) for m in named):
        return "wrong"
    return "right" if len(named) == 1 else "ambiguous"


def holds(match, place):
    return (match and place and match.group(1) == place[0]
            and int(match.group(2)) <= place[1] <= int(match.group(3)))


def words_itself(match, thing):
    """Whether the place is in the exception's own class, which words its message for all who throw it."""
    kind = getattr(thing, "type", "").replace("$", "/").split("/")[0].replace(".", "/")
    return bool(kind and match and match.group(1).endswith(kind + ".java"))


def count(records, answers, problems):
    """Counters by line and by statement; of foreign lines, how many were given a statement."""
    lines, foreign = Counter(), Counter()
    statements = {}
    for record, places in zip(records, answers, strict=True):
        verdict = judge(record, places)
        if record.place is None:
            foreign["given" if verdict == "wrong" else "none"] += 1
            if verdict == "wrong":
                problems.append(("foreign", record, places))
            continue
        lines[verdict] += 1
        statements.setdefault(record.place, Counter())[verdict] += 1
        if verdict != "right":
            problems.append((verdict, record, places))
    # A statement counts as what most of its lines do.
    by_statement = Counter(counts.most_common(1)[0][0] for counts in statements.values())
    return lines, by_statement, foreign
