"""The site written into a folder, file by file, and put in its place when all is there."""

import shutil
from collections import deque
from importlib import resources
from pathlib import Path

import orjson

from waqai.store.reading import Chronicle
from waqai.web.offline.addresses import LISTS, Address
from waqai.web.offline.extent import Extent, Most, extent_of
from waqai.web.offline.screens import Folder
from waqai.web.reader import Language

#: By this file a folder is known to be a site that may be replaced.
MARK = "waqai.json"
_FIRST = "ar/today.html"


def write_site(chronicle: Chronicle, out: Path, most: Most | None = None) -> int:
    """Write the site of an open chronicle into the folder `out`; gives how many files it has.

    A site that was there before is replaced when all is written. Raises ValueError when `out`
    holds anything else, OSError when it cannot be written.
    """
    _check(out)
    part = out.with_name(f".{out.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        part.mkdir()
        files = _write(chronicle, part, extent_of(chronicle.connection, most or Most()))
        _replace(out, part)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return files


def _check(out: Path) -> None:
    if not out.exists():
        return
    if not out.is_dir():
        raise ValueError(f"{out} is a file: name a folder for the site.")
    if not (out / MARK).is_file() and any(out.iterdir()):
        raise ValueError(f"{out} holds other files: name a new folder for the site.")


def _write(chronicle: Chronicle, folder: Path, extent: Extent) -> int:
    site = Folder(chronicle, extent)
    first = [Address(screen, lang) for lang in Language for screen in (*LISTS, "names", "help")]
    seen = dict.fromkeys(first)
    waiting = deque(first)
    while waiting:
        address = waiting.popleft()
        content, leads = site.make(address)
        _put(folder / address.file, content)
        new = [one for one in leads if one not in seen]
        seen.update(dict.fromkeys(new))
        waiting.extend(new)
    return len(seen) + _put_rest(folder, extent)


def _put_rest(folder: Path, extent: Extent) -> int:
    """The style sheets and pictures, the page that leads in, the mark; gives how many files."""
    sheets = {
        file.name: file.read_bytes()
        for package, where in (("waqai.web", "static"), ("waqai.exports", ""))
        for file in resources.files(package).joinpath(where).iterdir()
        if where or file.name == "marks.css"
    }
    for name, content in sheets.items():
        _put(folder / "static" / name, content)
    _put(folder / "index.html", _INDEX.encode())
    kept = {
        "stories": [len(extent.stories), extent.stories_in_all],
        "happenings": [len(extent.happenings), extent.happenings_in_all],
        "entities": [len(extent.entities), extent.entities_in_all],
    }
    about = {"waqai": "site", "first": _FIRST, "kept_of": kept}
    _put(folder / MARK, orjson.dumps(about, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    return len(sheets) + 2


def _put(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _replace(out: Path, part: Path) -> None:
    if not out.exists():
        part.rename(out)
        return
    old = out.with_name(f".{out.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    out.rename(old)
    part.rename(out)
    shutil.rmtree(old)


_INDEX = f"""<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="0; url={_FIRST}">
<title>وقائع · waqai</title>
<link rel="stylesheet" href="static/site.css">
</head>
<body>
<main>
<h1>وقائع · <span lang="en" dir="ltr">waqai</span></h1>
<p><a href="{_FIRST}">العربية</a> · <a href="en/today.html" lang="en" dir="ltr">English</a></p>
</main>
</body>
</html>
"""
