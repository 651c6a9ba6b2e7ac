"""Renders templates with Jinja2: reads one JSON object a line, answers with one."""
import json
import sys
import traceback

import jinja2

environment = jinja2.Environment()
contexts = {}


def line_of(failure):
    if isinstance(failure, jinja2.TemplateSyntaxError):
        return failure.lineno
    lines = [frame.lineno for frame in traceback.extract_tb(failure.__traceback__) if frame.filename == "<template>"]
    return lines[-1] if lines else 0


for request in map(json.loads, sys.stdin):
    if "time" in request:
        # For the benchmark: how long so many renderings of a compiled template take.
        import time

        template = environment.from_string(request["template"])
        started = time.perf_counter()
        for _ in range(request["time"]):
            template.render(request["context"])
        answer = {"seconds": time.perf_counter() - started}
    else:
        try:
            answer = {"text": environment.from_string(request["template"]).render(request["context"])}
        except Exception as failure:
            message = failure.message if isinstance(failure, jinja2.TemplateError) else str(failure)
            answer = {"kind": type(failure).__name__, "message": message, "line": line_of(failure)}
    print(json.dumps(answer), flush=True)
