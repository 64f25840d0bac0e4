"""Makes `web/data/outlines.json` anew: the outlines of countries for the maps of the site.

    npm pack world-atlas && tar xzf world-atlas-*.tgz
    python tools/build_outlines.py package/countries-50m.json

world-atlas is Natural Earth (public domain) as TopoJSON. Its lines are taken as they are and only
thinned: each arc once, so that neighbours still share their border. Small islands go, unless they
are all there is of a country; so does Antarctica. A country that `knowledge/countries.tsv` knows
by the same name gets its code; a territory whose standing is disputed gets none, and so no name.
"""

import json
import sys
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from waqai.web.pictures.outlines import Point, thinned

SOURCE = Path(__file__).parents[1] / "src/waqai"
STEP = 100  # units of the file in a degree
THIN = 4.0  # units: how far a line may be from the point that is left out
LEAST = 350.0  # square units: islands that are smaller go
ANTARCTICA = "010"
UNNAMED = {"W. Sahara", "Somaliland", "N. Cyprus", "Kosovo", "Siachen Glacier", "Taiwan"}
OTHER_NAMES = {
    "United States of America": "United States",
    "Dem. Rep. Congo": "Democratic Republic of the Congo",
    "Congo": "Republic of the Congo",
    "Central African Rep.": "Central African Republic",
    "S. Sudan": "South Sudan",
    "Bosnia and Herz.": "Bosnia and Herzegovina",
    "Dominican Rep.": "Dominican Republic",
    "Eq. Guinea": "Equatorial Guinea",
    "Côte d'Ivoire": "Ivory Coast",
    "Macedonia": "North Macedonia",
    "eSwatini": "Eswatini",
    "Cabo Verde": "Cape Verde",
    "Solomon Is.": "Solomon Islands",
    "São Tomé and Principe": "Sao Tome and Principe",
    "Antigua and Barb.": "Antigua and Barbuda",
    "Vatican": "Vatican City",
}


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs in units of the file, thinned."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        xs, ys = accumulate(p[0] for p in arc), accumulate(p[1] for p in arc)
        found.append(
            thinned(
                [
                    (round((x * sx + tx) * STEP), round((y * sy + ty) * STEP))
                    for x, y in zip(xs, ys, strict=True)
                ],
                THIN,
            )
        )
    return found


def ring_area(ring: list[int], arcs: list[list[Point]]) -> float:
    """The area of a ring in square units."""
    points = [p for i in ring for p in (arcs[i] if i >= 0 else arcs[~i][::-1])]
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairs)) / 2


def codes() -> dict[str, str]:
    """ISO codes by English name."""
    lines = (SOURCE / "knowledge/countries.tsv").read_text(encoding="utf-8").splitlines()
    head = lines[0].lstrip("#").split("\t")
    rows = (dict(zip(head, ln.split("\t"), strict=True)) for ln in lines if ln[0] != "#")
    return {row["name_en"]: row["iso2"] for row in rows}


def main() -> None:
    """Writes the file."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    arcs, known = arcs_of(topology), codes()
    countries: list[Any] = []
    used: dict[int, int] = {}
    missing: list[str] = []
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        if shape.get("id") == ANTARCTICA:
            continue
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = sorted((ring for polygon in polygons for ring in polygon), key=len)
        rings.sort(key=lambda ring: -ring_area(ring, arcs))
        rings = [r for i, r in enumerate(rings) if i == 0 or ring_area(r, arcs) >= LEAST]
        code = "" if name in UNNAMED else known.get(OTHER_NAMES.get(name, name), "")
        if not code:
            missing.append(name)
        for index in (i if i >= 0 else ~i for ring in rings for i in ring):
            used.setdefault(index, len(used))
        countries.append(
            [code, [[used[i] if i >= 0 else ~used[~i] for i in ring] for ring in rings]]
        )
    steps = [
        [int(c) for p, q in pairwise([(0, 0), *arcs[i]]) for c in (q[0] - p[0], q[1] - p[1])]
        for i in used
    ]
    out = SOURCE / "web/data/outlines.json"
    lines = ",\n".join(json.dumps(arc, separators=(",", ":")) for arc in steps)
    shapes = ",\n".join(json.dumps(c, separators=(",", ":")) for c in countries)
    out.write_text(
        f'{{"step":{STEP},\n"countries":[\n{shapes}\n],\n"arcs":[\n{lines}\n]}}\n',
        encoding="utf-8",
    )
    points = sum(len(arc) // 2 for arc in steps)
    sys.stdout.write(f"{len(countries)} countries, {len(steps)} arcs, {points} points\n")
    sys.stdout.write(f"without a code: {', '.join(sorted(missing))}\n")


if __name__ == "__main__":
    main()
