"""Renders templates with Jinja2: reads one JSON object a line, answers with one."""
import json
import sys
import traceback

import jinja2

environment = jinja2.Environment()


def line_of(failure):
    if isinstance(failure, jinja2.TemplateSyntaxError):
        return failure.lineno
    lines = [frame.lineno for frame in traceback.extract_tb(failure.__traceback__) if frame.filename == "<template>"]
    return lines[-1] if lines else 0


for request in map(json.loads, sys.stdin):
    try:
        answer = {"text": environment.from_string(request["template"]).render(request["context"])}
    except Exception as failure:
        message = failure.message if isinstance(failure, jinja2.TemplateError) else str(failure)
        answer = {"kind": type(failure).__name__, "message": message, "line": line_of(failure)}
    print(json.dumps(answer), flush=True)
