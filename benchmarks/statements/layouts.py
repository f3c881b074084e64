"""A record as common layouts print it."""

import time

LAYOUTS = {}


def layout(name):
    def keep(function):
        LAYOUTS[name] = function
        return function
    return keep


def stamp(record, form):
    return time.strftime(form, time.gmtime(record.millis / 1000))


def behind(record):
    """The message, and the trace below it."""
    return record.message + "\n" + record.trace


@layout("full logger")
def full(r):
    """%d [%thread] %-5level %logger - %msg%n"""
    return f"{stamp(r, '%Y-%m-%d %H:%M:%S')},{r.millis % 1000:03} [{r.thread}] {r.level:5} {r.logger} - {behind(r)}"


@layout("short logger")
def short(r):
    """Spring Boot's: the packages are cut to 40 characters, one after the other."""
    parts = r.logger.split(".")
    for i in range(len(parts) - 1):
        if len(".".join(parts)) <= 40:
            break
        parts[i] = parts[i][:1]
    name = ".".join(parts)[-40:]
    return (f"{stamp(r, '%Y-%m-%dT%H:%M:%S')}.{r.millis % 1000:03}Z {r.level:>5} 4711 --- [{r.thread[-15:]:>15}] "
            f"{name:40} : {behind(r)}")


@layout("no logger")
def none(r):
    """%d{ISO8601} %-5level %msg%n"""
    return f"{stamp(r, '%Y-%m-%d %H:%M:%S')},{r.millis % 1000:03} {r.level:5} {behind(r)}"
