"""A link to the page of a story as its outlet has it, which jumps to a sentence."""

from urllib.parse import quote, urlsplit

_WORDS = 5  # of a sentence's beginning and end by which a browser finds it


def source_link(url: str | None, sentence: str = "") -> str | None:
    """The address of a page with a text fragment; None where it has none that a browser opens.

    >>> source_link("https://example.org/a", "وصل الوفد")
    'https://example.org/a#:~:text=%D9%88%D8%B5%D9%84%20%D8%A7%D9%84%D9%88%D9%81%D8%AF'
    """
    if url is None or urlsplit(url).scheme not in ("http", "https"):
        return None
    words = sentence.strip("… ").split()
    if not words:
        return url
    whole = len(words) <= 2 * _WORDS
    ends = [words] if whole else [words[:_WORDS], words[-_WORDS:]]
    text = ",".join(quote(" ".join(part), safe="").replace("-", "%2D") for part in ends)
    return f"{url.partition('#')[0]}#:~:text={text}"
