"""Links of a page as they stand in a folder."""

import re
from collections.abc import Callable
from html import escape, unescape
from posixpath import dirname, relpath

# Text is escaped wherever it stands, so that "<" begins a tag and a quote ends an attribute.
_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_LINK = re.compile(r'\s(?:href|src)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')

#: Gives the file that a link within the site leads to, None where there is none.
FileOf = Callable[[str], str | None]


def relinked(html: str, here: str, file_of: FileOf) -> str:
    """`html`, which is the file `here`, with links from file to file.

    A link to what is not handed over, or to no place of the page, becomes plain text; those that
    leave the site stay.
    """
    places = {unescape(id) for tag in _TAG.findall(html) for id in _ID.findall(tag)}

    def link(found: re.Match[str]) -> str:
        address = unescape(found[1])
        if address.startswith("#"):
            return found[0] if address[1:] in places else ""
        if not address.startswith("/"):
            return found[0]
        where, hash, anchor = address.partition("#")
        file = file_of(where)
        if file is None or (file == here and not anchor):
            return ""
        name = found[0].lstrip().partition("=")[0]
        return f' {name}="{escape(_from(here, file) + hash + anchor)}"'

    return _TAG.sub(lambda tag: _LINK.sub(link, tag[0]), html)


def _from(here: str, file: str) -> str:
    return relpath(file, dirname(here) or ".")
