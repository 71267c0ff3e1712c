"""The process that lays out and writes: reads requests from its parent until the pipe closes. Run by `press` only.

A request is a message of JSON, one of HTML and one for each attached file; an answer is one of JSON and one of the PDF,
which is empty where none was made.
"""

from __future__ import annotations

import gc
import json
import sys
from datetime import date
from typing import Any

from playbook.children import answers_of, received, send
from playbook.errors import PlaybookError
from playbook.rendering.pdf import Made, lay_out, write


def main() -> None:
    """Serve until the parent is gone."""
    answers = answers_of(int(sys.argv[1]))
    while (head := received(sys.stdin.buffer)) is not None:
        request = json.loads(head)
        html, *files = (received(sys.stdin.buffer) for _ in range(1 + len(request["attached"])))
        if html is None or None in files:
            return
        said, pdf = _print(request, html.decode(), [file for file in files if file is not None])
        send(answers, json.dumps(said).encode())
        send(answers, pdf)
        gc.collect()  # while the parent reads


def _print(request: dict[str, Any], html: str, files: list[bytes]) -> tuple[dict[str, Any], bytes]:
    try:
        document = lay_out(html, request["paper"], frozenset(request["pictures"]))
        pages = len(document.pages)
        if request["most_pages"] is not None and pages > request["most_pages"]:
            return {"pages": pages}, b""
        made = Made(on=date.fromisoformat(request["on"]), identifier=bytes.fromhex(request["identifier"]))
        return {"pages": pages}, write(document, made, dict(zip(request["attached"], files, strict=True)))
    except PlaybookError as error:
        return {"error": {"code": error.code, "found": error.found, "wanted": error.wanted, "remedy": error.remedy}}, b""
    except MemoryError:
        return {"fault": "a document that takes more memory than layout may use"}, b""
    except RecursionError:
        return {"fault": "a document whose parts are nested too deeply"}, b""
    except Exception as error:  # noqa: BLE001  a fault of ours is told to the parent, which reports it as one
        return {"fault": f"{type(error).__name__}: {error}"}, b""


if __name__ == "__main__":
    main()
