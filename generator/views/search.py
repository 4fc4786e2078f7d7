"""The search page: a plain form that the search API, or a script, fills with results."""

from dataclasses import dataclass

from generator.model import Register
from generator.views.page import Link, Page, Site


@dataclass(frozen=True)
class Choice:
    """One option: the value that the API takes, and its word."""

    value: str
    label: str


@dataclass(frozen=True)
class Facet:
    """A field that narrows a search; `name` is the API's parameter."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class SearchBody:
    """The form's facets, and the spheres as another way to a service."""

    facets: tuple[Facet, ...]
    spheres: tuple[Link, ...]


def search_page(register: Register, site: Site) -> Page:
    """The search page of one variant."""
    words, say = site.words, site.locale.text
    spheres = tuple(Choice(sphere.id, say(sphere.name)) for sphere in register.spheres)

    def facet(name: str, **choices: str) -> Facet:
        options = tuple(
            Choice(value.replace("_", "-"), words(key)) for value, key in choices.items()
        )
        return Facet(name, words(name), options)

    facets = (
        Facet("sphere", words("sphere"), spheres),
        facet("online", automatic="automatic", semi_automatic="semi-automatic", none="none"),
        facet("eds", required="needed", not_required="not_needed"),
        facet("audience", individuals="individuals", legal_entities="legal-entities"),
    )
    links = tuple(Link(site.href(f"spheres/{c.value}/"), c.label) for c in spheres)
    home = Link(site.href(""), words("home"))
    return Page(
        site, "search.html", "search/", words("search_title"), words("search_lead"),
        SearchBody(facets, links), (home,),
    )  # fmt: skip
