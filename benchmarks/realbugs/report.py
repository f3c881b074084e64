"""Results as rows and as Markdown."""
import re
import statistics

from cases import GUARDS

PLAUSIBLE = "PLAUSIBLE"
BROKEN = ("does not compile", "does not apply")
NEAR = 10  # lines between a frame and the fix that still count as the site of the failure

COLUMNS = [
    "case", "exception", "shape", "candidates", "rules", "verdicts", "ids", "judged",
    "plausible", "first_compiles", "seconds", "missed", "note",
]
START, END = "<!-- results -->", "<!-- end of results -->"


def row(case, state, seconds=0, note="", candidates=(), ids=(), right_file=False, judged=()):
    """Returns the results of one case; lists are separated by spaces, notes by `;`."""
    ranks = [rank for rank, said in enumerate(judged, 1) if said == PLAUSIBLE]
    found = {
        "case": case["case"],
        "exception": case["exception"].rsplit(".", 1)[-1],
        "shape": case["fix_shape"],
        "candidates": len(candidates),
        "rules": " ".join(rule for rule, _ in candidates),
        "verdicts": " ".join(str(verdict) for _, verdict in candidates),
        "ids": " ".join(ids),
        "judged": len(judged),
        "plausible": " ".join(map(str, ranks)),
        "first_compiles": compiles(judged),
        "seconds": seconds,
        "note": note or (judged[0][:200] if judged and 1 not in ranks else ""),
    }
    found["missed"] = missed(case, state, ranks, candidates, right_file)
    return found


def compiles(judged):
    return "" if not judged else "no" if any(why in judged[0] for why in BROKEN) else "yes"


def missed(case, state, ranks, candidates, right_file):
    """Says why no plausible patch is among the first three; empty where one is."""
    if state != "answered":
        return state
    if ranks:
        return "" if ranks[0] <= 3 else "plausible behind rank 3"
    nowhere = case["fix_file_frame"] == "-"
    far = nowhere or int(case["fix_line_distance"]) > NEAR
    if not candidates:
        return "no candidates" + (", the fix is not near a frame" if far else "")
    if nowhere:
        return "the fix is in no file of the trace"
    if not right_file:
        return "no patch for the fixed file"
    return "the fix is not near a frame" if far else "right place, none plausible"


def markdown(rows, reviews):
    """Returns totals, groups, cases, what was missed, and how many patches are correct."""
    parts = [
        totals(rows), shapes(rows), review(rows, reviews), each(rows, reviews), misses(rows),
    ]
    return "\n\n".join(part for part in parts if part)


def replaced(page, results):
    """Puts results between the two markers of a page."""
    before, rest = page.split(START, 1)
    after = rest.split(END, 1)[1]
    return f"{before}{START}\n{results}\n{END}{after}"


def ranks(found):
    return [int(rank) for rank in found["plausible"].split()]


def share(part, whole):
    return f"{part} of {whole}" + (f" ({100 * part / whole:.0f} %)" if whole else "")


def counts(rows):
    """Returns first, among the first three, any."""
    best = [min(ranks(found), default=None) for found in rows]
    return [sum(rank is not None and rank <= most for rank in best) for most in (1, 3, 10**6)]


def totals(rows):
    first, three, any_ = counts(rows)
    answered = [found for found in rows if int(found["candidates"])]
    good = sum(found["first_compiles"] == "yes" for found in answered)
    proven = [found for found in answered if found["verdicts"].split()[0] == "PROVEN"]
    wrong = [found["case"] for found in proven if 1 not in ranks(found)]
    seconds = sorted(float(found["seconds"]) for found in rows if float(found["seconds"]))
    lines = ["| | cases |", "|---|---|"]
    lines += [f"| first patch plausible | {share(first, len(rows))} |"]
    lines += [f"| one of the first three plausible | {share(three, len(rows))} |"]
    lines += [f"| any of those judged plausible | {share(any_, len(rows))} |"]
    lines += [f"| at least one candidate | {share(len(answered), len(rows))} |"]
    lines += [f"| first patch compiles | {share(good, len(answered))} |"]
    lines += [f"| first patch `PROVEN` and the judge rejects it | {share(len(wrong), len(proven))} |"]
    if seconds:
        p90 = seconds[min(len(seconds) - 1, int(0.9 * len(seconds)))]
        lines += [f"| seconds: median, p90 | {statistics.median(seconds):.1f}, {p90:.1f} |"]
    if wrong:
        lines += ["", f"`PROVEN` first and rejected by the judge: {', '.join(wrong)}."]
    return "\n".join(lines)


def shapes(rows):
    lines = ["| what people did | cases | first | first three | any |", "|---|---|---|---|---|"]
    guards = [found for found in rows if found["shape"] in GUARDS]
    others = [found for found in rows if found["shape"] not in GUARDS]
    groups = [(shape, [f for f in rows if f["shape"] == shape]) for shape in GUARDS]
    groups += [("these five", guards)]
    groups += [(s, [f for f in others if f["shape"] == s]) for s in sorted({f["shape"] for f in others})]
    groups += [("the rest", others)]
    for name, group in groups:
        if group:
            total = name in ("these five", "the rest")
            cells = [f"**{name}**" if total else name, str(len(group))]
            cells += [share(n, len(group)) if total else str(n) for n in counts(group)]
            lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def reviewed(found, reviews):
    """Returns the review of the best plausible patch, or whether there is an outdated one."""
    best = min(ranks(found), default=4)
    if best > 3:
        return None, False
    patch = found["ids"].split()[best - 1]
    of_case = [read for read in reviews if read["case"] == found["case"]]
    return next((read for read in of_case if read["patch"] == patch), None), bool(of_case)


def review(rows, reviews):
    """Says how many of the solved cases are correct: the best plausible patch of each was read."""
    solved = [found for found in rows if min(ranks(found), default=4) <= 3]
    read = [(found, *reviewed(found, reviews)) for found in solved]
    known = [(found, said) for found, said, _ in read if said]
    if not known:
        return ""
    overfit = [found["case"] for found, said in known if said["verdict"] != "correct"]
    lines = [
        f"Of {len(known)} solved cases that were compared with the fix people made,"
        f" {len(known) - len(overfit)} are correct; overfit: {share(len(overfit), len(known))}"
        + (f": {', '.join(overfit)}." if overfit else ".")
    ]
    stale = [found["case"] for found, said, old in read if not said and old]
    fresh = [found["case"] for found, said, old in read if not said and not old]
    if stale:
        lines.append(f"Another patch than the one that was read: {', '.join(stale)}.")
    if fresh:
        lines.append(f"Not read yet: {', '.join(fresh)}.")
    return "\n".join(lines)


def each(rows, reviews):
    lines = [
        "| case | exception | what people did | candidates | first | its verdict |"
        " judged plausible at rank | correct | seconds |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for found in rows:
        said, old = reviewed(found, reviews)
        correct = "" if not said and not old else "?" if not said else (
            "yes" if said["verdict"] == "correct" else "no"
        )
        cells = [
            found["case"], found["exception"], found["shape"], str(found["candidates"]),
            (found["rules"].split() or [""])[0], (found["verdicts"].split() or [""])[0],
            found["plausible"] or ("none" if int(found["judged"]) else ""), correct,
            f"{float(found['seconds']):.0f}",
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def misses(rows):
    reasons = {}
    for found in rows:
        if found["missed"]:
            reasons.setdefault(found["missed"], []).append(found)
    if not reasons:
        return ""
    lines = ["| missed because | cases | which |", "|---|---|---|"]
    for reason, group in sorted(reasons.items(), key=lambda item: -len(item[1])):
        which = ", ".join(f"{found['case']} ({found['shape']})" for found in group)
        lines.append(f"| {reason} | {len(group)} | {which} |")
    firsts = [(found["case"], short(found["note"])) for found in rows if found["missed"] and found["note"]]
    if firsts:
        lines += ["", "What the judge says of the first patch of those that were missed:", ""]
        lines += [f"- {case}: {note}" for case, note in firsts]
    return "\n".join(lines)


def short(note):
    """Keeps paths of this machine out of the page."""
    text = re.sub(r"(?<![\w.])/[\w.+/-]*/", "", note).removeprefix("NOT PLAUSIBLE: ")
    return "`" + text.replace("`", "'").replace("|", "/")[:140] + "`"
