"""A page without what it says: tags, classes and walls stay, texts, names and ids are replaced.

The page is rewritten as it was written, not parsed and drawn anew, so that faults of its markup
stay. What stays: tags, names of attributes, classes, roles, sizes, keys of JSON, code of scripts
outside of texts, and the phrases by which walls are known.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from functools import cache, partial
from html.parser import HTMLParser

from auditor.application.anonymous_addresses import AnonymousAddresses
from crawlers.detection.wall_text import phrases
from crawlers.extraction.text.folding import fold_words
from crawlers.extraction.text.pseudonyms import TOKEN, Pseudonyms

_KEPT = frozenset(
    (
        *("class", "type", "rel", "role", "width", "height", "method", "lang", "dir", "http-equiv"),
        *("charset", "media", "sizes", "target", "loading", "allow", "allowfullscreen", "sandbox"),
        *("frameborder", "tabindex", "colspan", "rowspan", "scope", "enctype", "hidden", "is"),
        *("autocomplete", "property", "itemprop", "viewbox", "d", "xmlns", "xml:lang", "slot"),
        *("shadowrootmode", "referrerpolicy", "crossorigin", "hreflang", "scrolling", "align"),
    )
)
_ADDRESSES = frozenset(
    (
        *(
            "href",
            "src",
            "action",
            "formaction",
            "poster",
            "data",
            "cite",
            "background",
            "longdesc",
        ),
        *("xlink:href", "codebase", "manifest"),
    )
)
_NAMED = frozenset({"meta", "param", "slot"})
_PLAIN_META = frozenset({"viewport", "robots", "generator", "googlebot", "referrer"})
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s=/>\"']+)(?:(?P<equals>\s*=\s*)(?P<value>\"[^\"]*\"|'[^']*'|[^\s>]+))?"
)
_ADDRESS = re.compile(
    r"(?:https?:)?(?:\\?/){2}[\w.-]+\.[a-z]{2,}[^\s\"'<>()\\]*(?:\\/[^\s\"'<>()\\]*)*"
    r"|(?<![\w@.])www\.[^\s\"'<>()\\]+",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?)]}"
_STRING = re.compile(
    r"(?P<string>\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)"
    r"(?P<key>\s*:)?|(?P<comment>/\*.*?\*/|<!--.*?-->|(?<![:\\\w])//[^\n]*)",
    re.DOTALL,
)
_SIZE = re.compile(r"\d{0,4}(\.\d{1,3})?(px|%)?")
# Keys by which embeds are known; others stay only where no visitor reads the word.
_KNOWN_KEYS = frozenset({"url", "src", "type", "id", "html", "iframe", "video", "image", "source"})
_KEY = re.compile(r"[\w$.-]+")
_STYLE_URL = re.compile(r"url\(\s*(?P<quote>[\"']?)(?P<url>.*?)(?P=quote)\s*\)", re.IGNORECASE)
_REFRESH = re.compile(
    r"(?P<head>\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?[\"']?)(?P<url>.*)", re.I | re.S
)
_LONGEST = 18  # words of a wall's phrase
_ESCAPES = re.compile(r"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)")


def anonymous_page(text: str, addresses: AnonymousAddresses, pseudonyms: Pseudonyms) -> str:
    """The page's HTML without its texts, names and ids."""
    rewriter = _Rewriter(_Words(addresses, pseudonyms, _visible_words(text), _class_words(text)))
    rewriter.feed(text)
    rewriter.close()
    return "".join(rewriter.written)


def words_of_page(text: str) -> frozenset[str]:
    """Every word of a page, in small letters; a pseudonym must be none of them."""
    return frozenset(match[0].lower() for match in TOKEN.finditer(html.unescape(text)))


class _Words:
    """Texts, addresses, scripts and styles of one page, each in its anonymous form."""

    def __init__(
        self,
        addresses: AnonymousAddresses,
        pseudonyms: Pseudonyms,
        visible: frozenset[str],
        classes: frozenset[str],
    ) -> None:
        self.address = addresses.of
        self._is_tools = addresses.is_tools_code
        self._of = partial(pseudonyms.of, prose=True)
        self._visible = visible
        self._classes = classes

    def text(self, text: str) -> str:
        """A text that visitors read: addresses in it stay addresses, phrases of walls stay."""
        return self._between(text, self._prose)

    def value(self, value: str) -> str:
        """The value of an attribute: an address, JSON, or a text."""
        stripped = value.strip()
        if _SIZE.fullmatch(stripped):
            return value
        if stripped.startswith(("{", "[")) and _is_json(stripped):
            return self.script(value)
        if " " not in stripped and (stripped.startswith(("/", "./", "../")) or "://" in stripped):
            return self.address(stripped)
        return self.text(value)

    def html(self, value: str) -> str:
        """A page in an attribute."""
        rewriter = _Rewriter(self)
        rewriter.feed(value)
        rewriter.close()
        return "".join(rewriter.written)

    def code_address(self, address: str) -> str:
        """Where code comes from: that of a web tool says which one stands on the page."""
        return address if self._is_tools(address) else self.address(address)

    def name(self, value: str) -> str:
        """An id: words that stand in classes as well are the theme's."""
        return TOKEN.sub(
            lambda match: match[0] if match[0].lower() in self._classes else self._of(match[0]),
            value,
        )

    def sources(self, value: str) -> str:
        """A list of pictures with their sizes (``srcset``)."""
        rows = re.split(r"(,\s+)", value)
        return "".join(row if number % 2 else self._source(row) for number, row in enumerate(rows))

    def script(self, code: str) -> str:
        """Code or JSON: keys and names of code stay, unless visitors read them on the page."""
        pieces, end = [], 0
        for match in _STRING.finditer(code):
            pieces += [self._code(code[end : match.start()]), self._literal(match)]
            end = match.end()
        return "".join([*pieces, self._code(code[end:])])

    def style(self, code: str) -> str:
        """A style sheet: selectors and properties stay, addresses and texts do not."""
        code = _STYLE_URL.sub(lambda match: f"url({self.address(match['url'])})", code)
        return _STRING.sub(
            lambda match: match[0] if "url(" in match[0] else self._prose(match[0]), code
        )

    def refresh(self, value: str) -> str:
        """Where a page leads on to by itself."""
        match = _REFRESH.fullmatch(value)
        return (
            value
            if match is None or not match["url"]
            else (match["head"] + self.address(match["url"]))
        )

    def _source(self, row: str) -> str:
        address, blank, size = row.strip().partition(" ")
        return self.address(address) + blank + size

    def _literal(self, match: re.Match[str]) -> str:
        if match["comment"]:
            return self._prose(match["comment"])
        string, key = match["string"], match["key"] or ""
        inner = string[1:-1]
        if key and _KEY.fullmatch(inner) and self._is_plain_key(inner.lower()):
            return string + key
        return string[0] + self._between(inner, self._escaped) + string[-1] + key

    def _is_plain_key(self, key: str) -> bool:
        return key in _KNOWN_KEYS or key not in self._visible

    def _code(self, code: str) -> str:
        return TOKEN.sub(
            lambda match: self._of(match[0]) if match[0].lower() in self._visible else match[0],
            code,
        )

    def _escaped(self, text: str) -> str:
        """A text in code, in which letters may be written by number."""
        pieces = re.split(f"({_ESCAPES.pattern})", text)
        return "".join(
            self._prose(piece) if number % 2 == 0 else _neutral(piece)
            for number, piece in enumerate(pieces)
        )

    def _between(self, text: str, rewrite: Callable[[str], str]) -> str:
        """A text with its addresses in their anonymous form, and the rest rewritten."""
        pieces, end = [], 0
        for match in _ADDRESS.finditer(text):
            address = match[0].rstrip(_TRAILING)
            pieces += [rewrite(text[end : match.start()]), self._spelt(address)]
            end = match.start() + len(address)
        return "".join([*pieces, rewrite(text[end:])])

    def _spelt(self, address: str) -> str:
        plain = address.replace("\\/", "/")
        if plain.lower().startswith("www."):
            return self.address(f"https://{plain}").removeprefix("https://")
        anonymous = self.address(plain)
        return anonymous if plain == address else anonymous.replace("/", "\\/")

    def _prose(self, text: str) -> str:
        matches = [match for match in TOKEN.finditer(text) if match[0][0] != "%"]
        kept = _of_walls([match[0] for match in matches])
        pieces, end = [], 0
        for number, match in enumerate(matches):
            word = match[0] if number in kept else self._of(match[0])
            pieces += [text[end : match.start()], word]
            end = match.end()
        return "".join([*pieces, text[end:]])


class _Rewriter(HTMLParser):
    """Writes a page anew while it is read; nothing of its order or its faults changes."""

    def __init__(self, words: _Words) -> None:
        super().__init__(convert_charrefs=True)
        self._words = words
        self._inside = ""
        self.written: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag if tag in ("script", "style") else ""
        self.written.append(self._start(tag, dict(attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.written.append(self._start(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""
        self.written.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self._inside:
            write = self._words.script if self._inside == "script" else self._words.style
            self.written.append(write(data))
            return
        self.written.append(html.escape(self._words.text(data), quote=False))

    def handle_comment(self, data: str) -> None:
        self.written.append(f"<!--{self._words.text(data)}-->")

    def handle_decl(self, decl: str) -> None:
        self.written.append(f"<!{decl}>")

    def unknown_decl(self, data: str) -> None:
        self.written.append(f"<![{self._words.text(data)}]>")

    def handle_pi(self, data: str) -> None:
        self.written.append(f"<?{data}>")

    def _start(self, tag: str, attributes: dict[str, str | None]) -> str:
        raw = self.get_starttag_text() or f"<{tag}>"
        head = re.match(r"<[^\s/>]+", raw)
        start = head.end() if head else 0

        def rewrite(match: re.Match[str]) -> str:
            value = match["value"]
            if value is None:
                return match[0]
            quote = value[0] if value[0] in "\"'" else '"'
            plain = html.unescape(value[1:-1] if value[0] in "\"'" else value.rstrip("/"))
            anonymous = self._attribute(tag, match["name"].lower(), plain, attributes)
            escaped = html.escape(anonymous, quote=True)
            return f"{match['name']}{match['equals']}{quote}{escaped}{quote}"

        return raw[:start] + _ATTRIBUTE.sub(rewrite, raw[start:])

    def _attribute(self, tag: str, name: str, value: str, attributes: dict[str, str | None]) -> str:
        if name in _KEPT or (name == "name" and tag in _NAMED):
            return value
        if tag == "meta" and name == "content":
            return self._content(value, attributes)
        return self._rewriting(tag, name, value)(value.strip())

    def _rewriting(self, tag: str, name: str, value: str) -> Callable[[str], str]:
        """What makes the value of an attribute anonymous."""
        words = self._words
        if name == "srcdoc" or value.lstrip().startswith("<"):
            return words.html
        if name.startswith("on") or value.lstrip().lower().startswith("javascript:"):
            return words.script
        if name in ("id", "for", "name") or (name.startswith("aria-") and name.endswith("by")):
            return words.name
        by_name = {"style": words.style, "srcset": words.sources}
        if name in _ADDRESSES:
            return words.code_address if tag == "script" else words.address
        return by_name.get(name.rpartition("-")[2], words.value)

    def _content(self, value: str, attributes: dict[str, str | None]) -> str:
        """The content of a ``meta``: a redirect, a word for programs, or something of the page."""
        kind = (attributes.get("http-equiv") or "").lower()
        if kind == "refresh":
            return self._words.refresh(value)
        if kind or (attributes.get("name") or "").lower() in _PLAIN_META:
            return value
        of_type = (attributes.get("property") or "").lower().endswith((":type", "locale"))
        return value if of_type else self._words.value(value)


def _of_walls(words: list[str]) -> frozenset[int]:
    """The numbers of the words that belong to a phrase by which a wall is known."""
    folded = [fold_words(word) for word in words]
    known = _wall_phrases()
    kept: set[int] = set()
    for start in range(len(folded)):
        for end in range(min(start + _LONGEST, len(folded)), start, -1):
            if " ".join(folded[start:end]) in known:
                kept.update(range(start, end))
                break
    return frozenset(kept)


@cache
def _wall_phrases() -> frozenset[str]:
    return frozenset().union(*(topic.whole for topic in phrases().values()))


def _visible_words(text: str) -> frozenset[str]:
    """Words of four letters or more that stand between the tags, in small letters."""
    bare = re.sub(r"(?is)<(script|style)\b.*?</\1\s*>|<[^>]*>", " ", text)
    return frozenset(word for word in words_of_page(bare) if len(word) > 3)


def _class_words(text: str) -> frozenset[str]:
    values = re.findall(r"(?i)\bclass\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)", text)
    return frozenset(match[0].lower() for value in values for match in TOKEN.finditer(value))


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _neutral(escape: str) -> str:
    """A letter by number as another one; marks of code ("\\n", "\\/") as they are."""
    return "\\u0061" if escape[1:2] == "u" else "\\x61" if escape[1:2] == "x" else escape
