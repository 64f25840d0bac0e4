"""As much of schema.org as the linked data uses: its types, which properties they have, of what."""

#: The type that each type is a kind of.
PARENT = {
    "Action": "Thing",
    "Claim": "CreativeWork",
    "Country": "Place",
    "CreativeWork": "Thing",
    "Event": "Thing",
    "GeoCoordinates": "Thing",
    "GovernmentOrganization": "Organization",
    "NewsArticle": "CreativeWork",
    "Organization": "Thing",
    "Person": "Thing",
    "Place": "Thing",
    "Quotation": "CreativeWork",
}

#: The properties of each type beside those of its parents, with what they may hold.
PROPERTIES: dict[str, dict[str, set[str]]] = {
    "Thing": {
        "alternateName": {"Text"},
        "description": {"Text"},
        "identifier": {"Text"},
        "name": {"Text"},
        "subjectOf": {"CreativeWork", "Event"},
        "url": {"URL"},
    },
    "CreativeWork": {
        "about": {"Thing"},
        "author": {"Organization", "Person"},
        "contentLocation": {"Place"},
        "dateCreated": {"Date"},
        "datePublished": {"Date"},
        "headline": {"Text"},
        "inLanguage": {"Text"},
        "isPartOf": {"CreativeWork"},
        "keywords": {"Text"},
        "publisher": {"Organization", "Person"},
        "sourceOrganization": {"Organization"},
        "temporalCoverage": {"Text"},
        "text": {"Text"},
    },
    "Claim": {"appearance": {"CreativeWork"}},
    "Quotation": {"spokenByCharacter": {"Organization", "Person"}},
    "NewsArticle": {},
    "Event": {
        "about": {"Thing"},
        "eventStatus": {"EventStatusType"},
        "keywords": {"Text"},
        "location": {"Place"},
        "previousStartDate": {"Date"},
        "startDate": {"Date"},
    },
    "Action": {
        "actionStatus": {"ActionStatusType"},
        "agent": {"Organization", "Person"},
        "location": {"Place"},
        "object": {"Thing"},
    },
    "Place": {"geo": {"GeoCoordinates"}},
    "GeoCoordinates": {"latitude": {"Number"}, "longitude": {"Number"}},
}

#: The members of the enumerations.
MEMBERS = {
    "EventStatusType": {
        "EventCancelled",
        "EventMovedOnline",
        "EventPostponed",
        "EventRescheduled",
        "EventScheduled",
    },
    "ActionStatusType": {
        "ActiveActionStatus",
        "CompletedActionStatus",
        "FailedActionStatus",
        "PotentialActionStatus",
    },
}


def kinds(type: str) -> set[str]:
    """The type and all that it is a kind of."""
    return {type} | (kinds(PARENT[type]) if type in PARENT else set())


def allowed(types: set[str]) -> dict[str, set[str]]:
    """The properties of a thing of all these types, with what they may hold."""
    found: dict[str, set[str]] = {}
    for type in set().union(*map(kinds, types)):
        for key, values in PROPERTIES.get(type, {}).items():
            found[key] = found.get(key, set()) | values
    return found
