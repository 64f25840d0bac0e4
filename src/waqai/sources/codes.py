"""The numbered codes of what could not be read; docs/errors.md has a section for each."""

from enum import StrEnum

from waqai.model.quarantine import Quarantined


class Code(StrEnum):
    """One reason for the quarantine. A number, once given, keeps its meaning."""

    CANNOT_OPEN = "WQ101"
    ENCODING_UNKNOWN = "WQ102"
    TOO_LARGE = "WQ103"
    TOO_MANY_NODES = "WQ104"
    TOO_SLOW = "WQ105"
    NO_MAIN_TEXT = "WQ106"
    BAD_JSON = "WQ107"
    INCOMPLETE_RECORD = "WQ108"
    EMPTY = "WQ109"
    UNKNOWN_KIND = "WQ110"
    NOTHING_THERE = "WQ111"
    DAMAGED_ARCHIVE = "WQ112"
    EXPANDS_TOO_MUCH = "WQ113"
    EXTRACTOR_FAILED = "WQ114"
    DAY_UNREADABLE = "WQ115"
    TOO_MUCH_MEMORY = "WQ116"
    NOT_AS_FETCHED = "WQ117"
    EXTRA_MISSING = "WQ118"
    NOT_FETCHED = "WQ131"
    ADDRESS_REFUSED = "WQ132"
    ROBOTS_FORBID = "WQ133"
    NO_FEED = "WQ134"


class Refused(Exception):  # noqa: N818 - no error: it never leaves the stage, where it ends as a row
    """Raised within this stage where a source turns out unreadable; `read` makes it a row."""

    def __init__(self, code: Code, reason: str) -> None:
        super().__init__(code, reason)
        self.code = code
        self.reason = reason

    def row(self, source: str) -> Quarantined:
        """The quarantine's row for `source`."""
        return Quarantined(source, self.code.value, self.reason)
