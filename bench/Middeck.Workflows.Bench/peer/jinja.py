"""Measures Jinja2: reads one JSON object a line, answers with the seconds that so many renderings took."""
import json
import sys
import time

import jinja2

environment = jinja2.Environment()
for request in map(json.loads, sys.stdin):
    template = environment.from_string(request["template"])
    started = time.perf_counter()
    for _ in range(request["runs"]):
        template.render(request["context"])
    print(json.dumps({"seconds": time.perf_counter() - started}), flush=True)
