"""Whether bytes come back as the letters they were: the figures on encodings in docs/sources.md.

    python -m eval.encodings ../shared/corpora/ant_2018_feb_apr.jsonl.gz

Takes every fortieth article, writes it in each encoding, whole and cut, and counts how many are
read back letter by letter; then cuts UTF-8 within a letter and declares encodings that are wrong.
"""

import argparse
import itertools
import sys
from collections.abc import Iterable

from waqai.model.page import Page
from waqai.sources import read
from waqai.sources.decoding import decode

CODECS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso8859-6")
LENGTHS = (None, 2000, 200, 40, 15)
WRONG = ("utf-8", "iso-8859-6", "iso-8859-1")


def came_back(texts: Iterable[str], codec: str, length: int | None, declared: str | None) -> int:
    """How many of `texts`, cut to `length` and written in `codec`, are read as they were."""
    count = 0
    for text in texts:
        data = text[:length].encode(codec, "ignore")
        decoded = decode(data, declared)
        count += decoded is not None and decoded.text == data.decode(codec)
    return count


def main() -> None:
    parser = argparse.ArgumentParser(description="Count texts that survive their encoding.")
    parser.add_argument("path", help="JSON lines of articles")
    pages = itertools.islice(read(parser.parse_args().path), 0, None, 40)
    texts = [page.text for page in pages if isinstance(page, Page)]
    out = sys.stdout.write
    out(f"{len(texts)} texts" + "".join(f"{n or 'whole':>8}" for n in LENGTHS) + "\n")
    for codec in CODECS:
        counts = (came_back(texts, codec, length, None) for length in LENGTHS)
        out(f"{codec:9}" + "".join(f"{count:8}" for count in counts) + "\n")
    for declared in WRONG:
        out(f"cp1256 declared {declared}: {came_back(texts, 'cp1256', 200, declared)}\n")
    # An odd number of bytes of two-byte letters ends within one.
    cut = sum(
        (d := decode(text.encode()[:201], "windows-1256")) is not None and d.encoding == "utf-8"
        for text in texts
    )
    out(f"utf-8 cut to 201 bytes, declared windows-1256, read as utf-8: {cut}\n")


if __name__ == "__main__":
    main()
