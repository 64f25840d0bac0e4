"""Names for the things of a chronicle that hold outside of it: IRIs made of their ids."""

from uuid import UUID, uuid5

_NAMESPACE = UUID("6d5b1a0e-6c1f-4a57-9d0b-3f0f4f6a7e21")


def urn(kind: str, id: str) -> str:
    """The IRI of the thing of the kind `kind` ("happening", "story", …) with the id `id`.

    A UUID made of both (RFC 9562, version 5): the same in every export of every chronicle.

    >>> urn("happening", "h03254c4b37049fc6") == urn("happening", "h03254c4b37049fc6")
    True
    """
    return uuid5(_NAMESPACE, f"{kind}:{id}").urn
