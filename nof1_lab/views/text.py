"""The one place where text becomes a page: everything else hands over plain words."""

import html
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import nh3
import pandas as pd
import panel as pn
from markdown_it import MarkdownIt

from nof1_lab.errors import NofOneError
from nof1_lab.views.words import number

STYLE = Path(__file__).parent / "static" / "page.css"

# Characters that turn, hide or fake what stands beside them: shown by their number instead. The two
# joiners stay inside words that need them, which are never made of ASCII.
UNSEEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
    "|(?<![^\u0000-\u007f])[\u200c\u200d]|[\u200c\u200d](?![^\u0000-\u007f])"
)
TAGS = {
    "p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a",
    "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


class Markup(str):
    """HTML made here, out of escaped text."""

    __slots__ = ()


def visible(text: object) -> str:
    """The text with its invisible characters spelled out."""
    return UNSEEN.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", str(text))


def escape(text: object) -> Markup:
    """The text as text, whatever it holds; markup made here passes."""
    return text if isinstance(text, Markup) else Markup(html.escape(visible(text)))


def label(text: object) -> str:
    """The text for an axis or a legend: no mathematics is read into it."""
    plain = visible(text).replace("\n", " ")
    return re.sub(r"\$(?=\$)|\\(?=[\[\](){}a-zA-Z])", lambda found: f"{found.group()}\u2009", plain)


def rich(markdown: str) -> Markup:
    """Markdown as a page: no HTML of its own, no pictures, links to https only."""
    page = MarkdownIt("commonmark", {"html": False}).enable("table").render(visible(markdown))
    clean = nh3.clean(
        page,
        tags=TAGS,
        attributes={"a": {"href", "title"}},
        attribute_filter=_kept,
        url_schemes={"https"},
        link_rel="nofollow noopener noreferrer",
    )
    return Markup(clean)


class Pane(pn.pane.HTML):
    """A piece of a page that gets its styles once.

    Panel would send them again with every change of its words, in a notebook as addresses in a network.
    """

    def _update(self, ref: str, model: Any) -> None:  # noqa: ARG002 - Panel names it
        properties = self._get_properties(model.document)
        model.update(**{name: value for name, value in properties.items() if name != "stylesheets"})


def pane(text: object, **layout: Any) -> Pane:
    """A piece of the page; what is not markup made here is escaped."""
    return Pane(str(escape(text)), stylesheets=[STYLE.read_text("utf-8")], **layout)


def paragraph(*sentences: object, role: str = "", kind: str = "words") -> Markup:
    """Sentences as one paragraph; ``role`` says whether a reader should be told at once."""
    words = " ".join(escape(sentence) for sentence in sentences if sentence)
    return Markup(f'<p class="{escape(kind)}"{_role(role)}>{words}</p>')


def heading(text: object, level: int = 2) -> Markup:
    """A heading."""
    return Markup(f"<h{level:d}>{escape(text)}</h{level:d}>")


def bullets(items: Iterable[object]) -> Markup:
    """A list; nothing when it is empty."""
    rows = "".join(f"<li>{escape(item)}</li>" for item in items)
    return Markup(f"<ul>{rows}</ul>" if rows else "")


def joined(*parts: object) -> Markup:
    """Pieces of a page, one after the other."""
    return Markup("".join(escape(part) for part in parts))


def folded(summary: object, body: object, *, is_open: bool = False) -> Markup:
    """Something to be opened on a wish."""
    state = " open" if is_open else ""
    return Markup(f"<details{state}><summary>{escape(summary)}</summary>{escape(body)}</details>")


def complaint(error: NofOneError) -> Markup:
    """What is wrong, what was expected, what to do: read out at once."""
    return paragraph(error.wrong, error.expected, error.remedy, role="alert", kind="fault")


def table_html(table: pd.DataFrame, caption: str) -> Markup:
    """A table that a screen reader can walk through; its first column names the rows."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.columns)
    body = "".join(_row(row) for row in table.itertuples(index=False, name=None))
    return Markup(
        f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(caption)}">'
        f"<table><caption>{escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def cell(value: object) -> str:
    """One value of a table in plain text."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or value is pd.NaT or (isinstance(value, float) and value != value):
        return "–"
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return number(float(value)) if isinstance(value, float) else str(value)


def _row(values: tuple[Any, ...]) -> str:
    first, *rest = (escape(cell(value)) for value in values)
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{item}</td>" for item in rest)}</tr>'


def _role(role: str) -> str:
    return f' role="{escape(role)}"' if role else ""


def _kept(tag: str, attribute: str, value: str) -> str | None:
    return value if (tag, attribute) != ("a", "href") or value.startswith("https://") else None
