"""What goes wrong, said in one way: a code, and words for the person."""

from starlette.responses import Response

from waqai.knowledge import load

#: The status of each code. docs/site.md tells what to do about each.
STATUS = {
    "bad_request": 400,
    "wrong_host": 400,
    "forbidden": 403,
    "not_found": 404,
    "wrong_method": 405,
    "too_large": 413,
    "unread": 422,
    "internal": 500,
    "slow_query": 503,
    "slow_reading": 503,
    "busy": 503,
    "unavailable": 503,
}


class Refused(Exception):  # noqa: N818 (it is an answer, not a fault of the program)
    """A request that is answered with `code`; `said` tells what of it is meant ("from=abc")."""

    def __init__(self, code: str, said: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.said = said

    @property
    def status(self) -> int:
        """The HTTP status."""
        return STATUS[self.code]


def message_en(code: str, said: str = "") -> str:
    """What is said of an error to a program."""
    words: str = load("site")["words"][f"error_{code}"]["en"]
    return f"{words} ({said})" if said else words


def as_json(code: str, said: str = "") -> dict[str, dict[str, str]]:
    """The one shape of an error: {"error": {"code", "message"}}."""
    return {"error": {"code": code, "message": message_en(code, said)}}


def refusal(status: int, code: str) -> Response:
    """A plain answer for a request that no page is made for."""
    return Response(message_en(code) + "\n", status, media_type="text/plain; charset=utf-8")
