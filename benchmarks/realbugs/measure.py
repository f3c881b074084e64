"""What Mendgate answers to a case, and what the judge says of it."""
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time

import report

HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MENDGATE = os.environ.get("MENDGATE", os.path.join(HOME, "mendgate"))
MOST_ANSWERS = 50
SHOWN = 3  # patches that are judged in any case
JUDGE_SECONDS = 3600


def build():
    """Says which sources Mendgate was built from: answers of others are not taken."""
    subprocess.run([MENDGATE, "--version"], check=True, stdout=subprocess.DEVNULL)
    state = subprocess.run(
        ["git", "-C", HOME, "rev-parse", "HEAD:fixer", "HEAD:gateway", "HEAD:sandbox-runner"],
        check=True, capture_output=True,
    ).stdout
    changes = subprocess.run(
        ["git", "-C", HOME, "diff", "HEAD", "--", "fixer", "gateway", "sandbox-runner"],
        check=True, capture_output=True,
    ).stdout
    return hashlib.sha256(state + changes).hexdigest()


def patch_id(path):
    """Names a patch by what it holds."""
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()[:12]


def touched(path):
    """Returns the files that a patch changes."""
    with open(path, encoding="utf-8", errors="replace") as file:
        return set(re.findall(r"^\+\+\+ b/(.*?)\t?$", file.read(), re.M))


class Runner:
    """Works on one case after the other; safe for several threads, each with other cases."""

    def __init__(self, bench, work):
        self.bench = bench
        self.work = work
        self.build = build()
        self.any = max(SHOWN, int(os.environ.get("ANY", "10")))
        self.timeout = int(os.environ.get("TIMEOUT", "900"))
        self.resume = os.environ.get("RESUME") == "1"
        self.options = ["--no-validate"] if os.environ.get("VALIDATE") == "0" else []
        self.done = 0
        self.lock = threading.Lock()

    def row(self, case):
        """Returns the results of a case."""
        row = self.results(case)
        with self.lock:
            self.done += 1
            print(f"{self.done}. {row['case']}: {row['missed'] or 'solved'}", file=sys.stderr)
        return row

    def results(self, case):
        name = case["case"]
        folder = os.path.join(self.work, name)
        os.makedirs(folder, exist_ok=True)
        problem = self.prepare(name, folder)
        if problem:
            return report.row(case, state="not prepared", note=problem)
        answer = self.suggest(name, folder)
        if answer["state"] != "answered":
            return report.row(case, **answer)
        with open(os.path.join(folder, "out", "suggestions.json"), encoding="utf-8") as file:
            candidates = json.load(file)["candidates"]
        patches = [os.path.join(folder, "out", found["patch"]) for found in candidates]
        fixed = set(case["fixed_files"].split(";"))
        return report.row(
            case,
            **answer,
            candidates=[(found["rule"], found["verdict"]) for found in candidates],
            ids=[patch_id(patch) for patch in patches],
            right_file=any(touched(patch) & fixed for patch in patches),
            judged=self.judge_all(name, folder, patches),
        )

    def prepare(self, name, folder):
        """Makes the checkout where there is none; returns what went wrong."""
        checkout = os.path.join(folder, "checkout")
        if os.path.isdir(checkout):
            return ""
        log = os.path.join(folder, "prepare.log")
        with open(log, "wb") as out:
            made = subprocess.run(
                [os.path.join(self.bench, "prepare.sh"), name, checkout], stdout=out, stderr=out
            )
        if made.returncode == 0:
            return ""
        shutil.rmtree(checkout, ignore_errors=True)
        with open(log, encoding="utf-8", errors="replace") as file:
            return (file.read().strip().splitlines() or ["no reason given"])[-1][:120]

    def suggest(self, name, folder):
        """Asks Mendgate, with nothing kept from earlier runs."""
        known = os.path.join(folder, "answer.json")
        if self.resume and os.path.exists(known):
            with open(known, encoding="utf-8") as file:
                answer = json.load(file)
            if answer.pop("build") == [self.build, *self.options]:
                return answer
        for old in ("out", "data"):
            shutil.rmtree(os.path.join(folder, old), ignore_errors=True)
        if os.path.exists(known):
            os.remove(known)
        answer = self.asked(name, folder)
        shutil.rmtree(os.path.join(folder, "data"), ignore_errors=True)
        with open(known, "w", encoding="utf-8") as file:
            json.dump(dict(answer, build=[self.build, *self.options]), file)
        return answer

    def asked(self, name, folder):
        log = os.path.join(folder, "suggest.log")
        started = time.monotonic()
        with open(log, "wb") as out:
            process = subprocess.Popen(
                [MENDGATE, "suggest", "--repo", os.path.join(folder, "checkout"),
                 "--failure", os.path.join(self.bench, "traces", name + ".txt"),
                 "--top", str(MOST_ANSWERS), "--data", os.path.join(folder, "data"),
                 "--out", os.path.join(folder, "out"), *self.options], stdout=out, stderr=out,
            )
            try:
                code = process.wait(self.timeout)
            except subprocess.TimeoutExpired:
                process.terminate()
                process.wait()
                code = None
        seconds = round(time.monotonic() - started, 1)
        if code is None:
            return {"state": "timeout", "seconds": seconds, "note": f"{self.timeout} s"}
        if code in (0, 1) and os.path.exists(os.path.join(folder, "out", "suggestions.json")):
            return {"state": "answered", "seconds": seconds, "note": ""}
        with open(log, encoding="utf-8", errors="replace") as file:
            last = (file.read().strip().splitlines() or [""])[-1][:120]
        return {"state": "failed", "seconds": seconds, "note": f"exit code {code}: {last}"}

    def judge_all(self, name, folder, patches):
        """Judges the first patches, and more of them until one is plausible."""
        judged = []
        for rank, patch in enumerate(patches[: self.any], 1):
            if rank > SHOWN and any(said == report.PLAUSIBLE for said in judged):
                break
            judged.append(self.judge(name, folder, patch))
        return judged

    def judge(self, name, folder, patch):
        """Returns what the judge says; a patch that it knows is not judged again."""
        kept = os.path.join(self.work, "judged", name, patch_id(patch))
        if os.path.exists(kept):
            with open(kept, encoding="utf-8") as file:
                return file.read()
        details = os.path.join(folder, "judge.json")
        if os.path.exists(details):
            os.remove(details)
        subprocess.run(
            [os.path.join(self.bench, "judge.sh"), name, os.path.join(folder, "checkout"), patch],
            env=dict(os.environ, JUDGE_JSON=details), timeout=JUDGE_SECONDS,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        if not os.path.exists(details):
            return "ERROR: the judge said nothing"
        with open(details, encoding="utf-8") as file:
            found = json.load(file)
        said = " ".join(f"{found['verdict']}: {found['reason']}".rstrip(": ").split())
        if found["verdict"] != "ERROR":
            os.makedirs(os.path.dirname(kept), exist_ok=True)
            with open(kept + ".part", "w", encoding="utf-8") as file:
                file.write(said)
            os.replace(kept + ".part", kept)
        return said
