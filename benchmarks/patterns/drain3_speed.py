"""Prints how many lines a second Drain3 takes; see speed.py, which runs this with Drain3's Python.

usage: drain3_speed.py DRAIN3 FILE MASKED

DRAIN3 is a checkout of github.com/logpai/Drain3, FILE has one message a line. With MASKED = 1 the
masks of its examples/drain3.ini are used, else none; everything else is the default of the code.
"""
import configparser
import json
import os
import sys
import time

WARM_UP = 50_000


def miner(drain3, masked):
    from drain3 import TemplateMiner
    from drain3.masking import MaskingInstruction
    from drain3.template_miner_config import TemplateMinerConfig

    config = TemplateMinerConfig()
    if masked:
        ini = configparser.ConfigParser()
        ini.read(os.path.join(drain3, "examples", "drain3.ini"))
        config.masking_instructions = [
            MaskingInstruction(one["regex_pattern"], one["mask_with"])
            for one in json.loads(ini["MASKING"]["masking"])
        ]
        config.mask_prefix = ini["MASKING"]["mask_prefix"]
        config.mask_suffix = ini["MASKING"]["mask_suffix"]
    return TemplateMiner(config=config)


def main():
    drain3, path, masked = sys.argv[1], sys.argv[2], sys.argv[3] == "1"
    sys.path.insert(0, drain3)
    with open(path, encoding="utf-8") as lines:
        messages = lines.read().split("\n")
    first = miner(drain3, masked)
    for message in messages[:WARM_UP]:
        first.add_log_message(message)
    fresh = miner(drain3, masked)
    start = time.perf_counter()
    for message in messages:
        fresh.add_log_message(message)
    print(f"{len(messages) / (time.perf_counter() - start):.0f}")


main()
