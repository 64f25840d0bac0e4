"""Addresses of pages in one form: http or https, ASCII, without a fragment."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from waqai.sources.codes import Code, Refused

_LONGEST = 4000  # characters; a letter of an Arabic headline takes six
_PORTS = {"http": 80, "https": 443}
_NAME = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?")
_NUMBER_6 = re.compile(r"[0-9a-f:.]+")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_PATH, _QUERY = "/%:@!$&'()*+,;=~-._", "/?%:@!$&'()*+,;=~-._[]"


@dataclass(frozen=True, slots=True)
class Url:
    """A page's address in its parts. `target` is the path with the query, as it is asked for."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port: what has one robots.txt."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    @property
    def netloc(self) -> str:
        """Host and port, as the header Host has them."""
        return self.origin.partition("://")[2]

    def __str__(self) -> str:
        return self.origin + self.target


def parsed(text: str, base: "Url | None" = None) -> Url:
    """The address that `text` is, seen from `base`. Two ways to write one address give one form.

    Raises Refused for what is no address of a page on the web.
    """
    if len(text) > _LONGEST:
        raise _refused(text, "it is too long")
    text = _UNSEEN.sub("", text).strip()
    try:
        parts = urlsplit(urljoin(str(base), text) if base else text)
        host, port = (parts.hostname or "").rstrip("."), parts.port
        if not host.isascii():
            host = host.encode("idna").decode("ascii").lower()
    except ValueError:
        raise _refused(text, "it cannot be read") from None
    if parts.scheme not in _PORTS:
        raise _refused(text, "only http and https are fetched")
    if parts.username is not None or parts.password is not None:
        raise _refused(text, "it holds a name or a password")
    if not (_NUMBER_6 if ":" in host else _NAME).fullmatch(host) or port == 0:
        raise _refused(text, "it names no host")
    target = quote(_whole(parts.path) or "/", safe=_PATH)
    if parts.query:
        target += "?" + quote(_whole(parts.query), safe=_QUERY)
    url = Url(parts.scheme, host, port or _PORTS[parts.scheme], target)
    if len(str(url)) > _LONGEST:
        raise _refused(text, "it is too long")
    return url


def feed_addresses(texts: Iterable[str]) -> tuple[str, ...]:
    """Addresses that a person gave, in one form, each once. Raises ValueError for what is none."""
    try:
        return tuple(dict.fromkeys(str(parsed(text)) for text in texts))
    except Refused as refused:
        raise ValueError(refused.reason) from None


def _whole(text: str) -> str:
    """`text` with U+FFFD for halves of characters, which cannot be quoted."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _refused(text: str, reason: str) -> Refused:
    shown = text[:100].encode("utf-8", "replace").decode()
    return Refused(Code.ADDRESS_REFUSED, f"{shown!r} is not fetched: {reason}")
