"""Who bears one name and is said to be of different countries: one or several."""

from collections.abc import Mapping

from waqai.resolve.entities.company import NEAR


def namesakes(company: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """The countries said of one name, each with the first country of those that are one bearer.

    `company` has who is named beside the name where a country is said of it. Those of two
    countries are two, unless the same others are named beside both.
    """
    group = {country: country for country in sorted(company)}
    for country in group:
        for other in group:
            if other < country and len(company[country] & company[other]) >= NEAR:
                first, second = sorted((group[country], group[other]))
                group = {c: first if g == second else g for c, g in group.items()}
    return group
