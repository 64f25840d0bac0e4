"""The JSON-LD context of the export, whole, so that nothing need be fetched to read it."""

from waqai.chronicle.references import Json

_SCHEMA = "https://schema.org/"
_ANNOTATION = "http://www.w3.org/ns/oa#"

#: Terms of the Web Annotation vocabulary, under the names that its own context gives them.
_ANNOTATION_TERMS: Json = {
    "Annotation": "oa:Annotation",
    "SpecificResource": "oa:SpecificResource",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "linking": "oa:linking",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "scope": {"@id": "oa:hasScope", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
}

#: Every other term is schema.org's. What names a thing there is an IRI, what is a day a date.
CONTEXT: Json = {
    "@vocab": _SCHEMA,
    "oa": _ANNOTATION,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "type": "@type",
    "id": "@id",
    **_ANNOTATION_TERMS,
    **{
        term: {"@type": "@id"}
        for term in (
            "about", "actionStatus", "agent", "appearance", "author", "contentLocation",
            "eventStatus", "isPartOf", "location", "object", "spokenByCharacter", "subjectOf",
            "url",
        )
    },
    **{
        term: {"@type": "Date"}
        for term in ("datePublished", "dateCreated", "endDate", "previousStartDate", "startDate")
    },
}  # fmt: skip
