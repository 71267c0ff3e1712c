"""The process in which foreign files are opened: reads requests from its parent until the pipe closes.

A request is a message of JSON and one of the file, an answer is one of JSON. Nothing that a file can do in here reaches
further than this process. Run by `sandbox` only.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from playbook.children import answers_of, received, send
from playbook.errors import Refusal


def main() -> None:
    """Serve until the parent is gone."""
    answers = answers_of(int(sys.argv[1]))
    while (head := received(sys.stdin.buffer)) is not None:
        content = received(sys.stdin.buffer)
        if content is None:
            return
        send(answers, json.dumps(_answer(json.loads(head), content)).encode())


def _answer(request: dict[str, Any], content: bytes) -> dict[str, Any]:
    try:
        return _form(content) if request.get("form") else _document(request, content)
    except Refusal as refusal:
        return {"refusal": _fields(refusal)}
    except MemoryError:
        return {"broken": "a file that takes more memory than reading may use", "ends": True}
    except RecursionError:
        return {"broken": "a file whose parts are nested too deeply"}
    except Exception as error:  # noqa: BLE001  a fault of ours is told to the parent, which reports it as one
        return {"fault": f"{type(error).__name__}: {error}"}


def _document(request: dict[str, Any], content: bytes) -> dict[str, Any]:
    from playbook.intake.read import read_bytes

    document = read_bytes(content, request["name"], request["expected"], ocr=request["ocr"])
    return {"document": document.model_dump(mode="json")}


def _form(content: bytes) -> dict[str, Any]:
    from playbook.intake.filled import form_of

    return {"form": form_of(content)}


def _fields(refusal: Refusal) -> dict[str, str]:
    return {"code": refusal.code, "found": refusal.found, "wanted": refusal.wanted, "remedy": refusal.remedy}


if __name__ == "__main__":
    main()
