"""A production log that carries class and line itself: loghub's Zookeeper_2k.log, of release 3.4.5."""

import calendar
import re
import time

from records import Record
from systems import System

LINE = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d),(\d{3}) - (\w+) +\[(.*):([\w$]+)@(\d+)\] - (.*)")
SOURCES = System("loghub", "SLF4J", ["org.apache.zookeeper:zookeeper:3.4.5"], ["org.apache.zookeeper:"],
                 alone=True)


def written(record):
    """As in the file, without class and line."""
    stamp = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(record.millis / 1000))
    return f"{stamp},{record.millis % 1000:03} - {record.level:5} [{record.thread}] - {record.message}"


def with_class(record):
    """With the class where %c{1} puts it."""
    stamp = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(record.millis / 1000))
    return f"{stamp},{record.millis % 1000:03} {record.level:5} {record.logger} [{record.thread}] - {record.message}"


LAYOUTS = {"class": with_class, "as written": written}


def read(file, sources):
    """Returns the records; the class's simple name is in one file only, else the line is left out."""
    by_name = {}
    for path in sources.files.values():
        by_name.setdefault(path.rsplit("/", 1)[-1], []).append(path)
    records = []
    with open(file, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            stamp, millis, level, thread, cls, number, message = LINE.match(line.rstrip("\n")).groups()
            paths = by_name.get(cls.split("$")[0] + ".java", [])
            place = (paths[0], int(number)) if len(paths) == 1 and int(number) <= sources.length(paths[0]) else None
            seconds = calendar.timegm(time.strptime(stamp, "%Y-%m-%d %H:%M:%S"))
            records.append(Record(seconds * 1000 + int(millis), level, thread, cls.split("$")[0], message, "",
                                  place, [], f"{cls}:{number}"))
    return records
