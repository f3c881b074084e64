"""What a driver recorded: records with the place of the statement that wrote them."""

import json
import re
from collections import namedtuple
from pathlib import Path

# place: (path, line) in the repository; None where the statement is not in it
# callers: places of the next frames, whose text the statement may only pass on
Record = namedtuple("Record", "millis level thread logger message trace place callers frame")
Thrown = namedtuple("Thrown", "type message place callers frame")
CALLERS = 3

# What stands between a statement and the log: they are asked for the frame behind them.
LOGGING = re.compile(
    r"(org\.slf4j|java\.util\.logging|java\.lang\.System\$Logger|sun\.util\.logging|jdk\.internal\.logger"
    r"|org\.apache\.(commons\.logging|logging|log4j)|org\.jboss\.logging|ch\.qos\.logback"
    r"|java\.lang\.reflect|jdk\.internal\.reflect)\.")
# Classes that an annotation processor wrote: their source is the interface they implement.
GENERATED = re.compile(r"(_\$(logger|bundle)(_\w+)?|_impl)$")


class Sources:
    """Files of a repository by package and name."""

    def __init__(self, repo):
        self.lines = {}
        self.files = {}
        for file in Path(repo).rglob("*.java"):
            path = file.relative_to(repo).as_posix()
            match = re.search(r"src/(?:main/)?java/(?:main/)?(.*)$", path)
            self.files.setdefault(match.group(1) if match else path, path)
        self.repo = Path(repo)

    def place(self, frame):
        """(path, line) of a frame, None where the repository does not have it."""
        cls, _, name, line = frame.rsplit(" ", 3)
        package = cls.rpartition(".")[0].replace(".", "/")
        path = self.files.get(f"{package}/{name}" if package else name)
        return (path, int(line)) if path and 0 < int(line) <= self.length(path) else None

    def length(self, path):
        if path not in self.lines:
            with open(self.repo / path, encoding="utf-8", errors="replace") as text:
                self.lines[path] = sum(1 for _ in text)
        return self.lines[path]


def read(file, sources, wrappers, deferring):
    """Returns the records and the distinct exceptions of a driver's file."""
    passes = re.compile("|".join(wrappers) or "(?!)")
    records, thrown = [], {}
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            try:
                entry = json.loads(line)
            except json.JSONDecodeError:
                continue  # the last line of a process that was halted
            for failure in exceptions(entry.get("thrown", ""), sources):
                key = (failure.type, failure.place, re.sub(r"\d+", "0", failure.message))
                thrown.setdefault(key, failure)
            if "frames" in entry and not re.match(deferring, entry["frames"]):
                frames = statement(entry["frames"].split("\n"), passes)
                places = [sources.place(frame) for frame in frames[:1 + CALLERS]] or [None]
                records.append(Record(int(entry["millis"]), entry["level"], entry["thread"], entry["logger"],
                                      entry["message"], entry.get("trace", ""), places[0], places[1:],
                                      frames[0] if frames else None))
    return records, list(thrown.values())


def statement(frames, passes):
    """The frames from the statement on."""
    frames = [f for f in frames if f]
    for i, frame in enumerate(frames):
        cls = frame.split(" ")[0]
        if not (LOGGING.match(cls) or GENERATED.search(cls) or passes.match(cls)):
            return frames[i:]
    return []


def exceptions(text, sources):
    """An exception's callers are those of the place that made it, and the places of its causes' texts."""
    parts = [part.split("\x01") for part in text.split("\x02") if part]
    for i, (kind, message, frames) in enumerate(parts):
        places = places_of(frames, sources)
        if not places or not places[0] or message in ("null", ""):
            continue
        callers = places[1:]
        for _, inner, where in parts[i + 1:]:
            callers += places_of(where, sources)[:1] if inner not in ("null", "") and inner in message else []
        yield Thrown(kind, message, places[0], callers, frames.split("\n")[0])


def places_of(frames, sources):
    return [sources.place(f) for f in frames.split("\n")[:1 + CALLERS] if f]
