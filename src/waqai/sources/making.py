"""Bytes of one page → the page, wherever they were found."""

from waqai.model.page import Page
from waqai.sources.codes import Code, Refused
from waqai.sources.decoding import Decoded, declared_encoding, decode
from waqai.sources.guard import HtmlReader


def html_page(
    data: bytes, name: str, source: str, html: HtmlReader, charset: str | None = None
) -> Page:
    """The page that HTML is. `charset` is what the server declared, where it is known.

    Raises Refused when there is no article in it, or it cost too much.
    """
    decoded = _decoded(data, charset or declared_encoding(data))
    part = html.extract(decoded.text)
    return Page(
        name=name,
        text=part.text,
        source=source,
        url=part.url,
        title=part.title,
        outlet=part.outlet,
        author=part.author,
        encoding=decoded.encoding,
        stamps=part.stamps,
    )


def text_page(data: bytes, name: str, source: str) -> Page:
    """The page that a text is. Raises Refused when it is none."""
    decoded = _decoded(data, None)
    return Page(name, decoded.text, source, encoding=decoded.encoding)


def empty_file() -> Refused:
    """Why a source with nothing in it is refused."""
    return Refused(Code.EMPTY, "nothing in it but white space; leave it out, or fetch it again")


def _decoded(data: bytes, declared: str | None) -> Decoded:
    decoded = decode(data, declared)
    if decoded is None:
        raise Refused(
            Code.ENCODING_UNKNOWN,
            "no encoding makes Arabic or Latin writing of it; if it is text, save it as UTF-8",
        )
    if not decoded.text.strip():
        raise empty_file()
    return decoded
