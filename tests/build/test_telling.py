"""Changes, feeds and moved addresses of a built tree."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator import pipeline
from generator.errors import ContentError
from generator.settings import Settings


def with_moved(settings: Settings, content: Path, text: str) -> Settings:
    (content / "moved.yml").write_text(text, "utf-8")
    return replace(settings, content=content)


def test_every_feed_link_has_its_feed_and_every_feed_is_xml(site: Path) -> None:
    root = site.resolve()
    found = list(root.rglob("feed.xml"))
    services = list(root.rglob("services/*/feed.xml"))
    assert len(services) == len(list(root.rglob("services/*/index.html")))
    for path in found:
        ET.parse(path)  # noqa: S314 - our own text
    assert "changes/" in (root / "en" / "index.html").read_text("utf-8")
    assert 'href="/en/feed.xml"' in (root / "en/changes/index.html").read_text("utf-8")


def test_a_renamed_service_redirects_in_every_variant(
    settings: Settings, small_content: Path, tmp_path: Path
) -> None:
    new = min(small_content.glob("services/*/*.yml")).stem
    made = with_moved(settings, small_content, f"- id: former-name\n  to: {new}\n")
    made = replace(
        made, work=tmp_path / "w", releases=tmp_path / "r", site=tmp_path / "s",
        repository="https://c.example/o/r",
    )  # fmt: skip
    pipeline.make_site(made)
    for prefix in ("", "uz-cyrl/", "ru/", "en/"):
        page = (made.site / prefix / "services/former-name/index.html").read_text("utf-8")
        assert f'content="0;url=/{prefix}services/{new}/"' in page
        assert f'<a href="/{prefix}services/{new}/">' in page
    assert (made.site / ".well-known/security.txt").read_text("utf-8").startswith("Contact:")
    filled = pipeline.write_deployment(made)
    assert f"/ru/services/former-name/ /ru/services/{new}/;" in (filled / "nginx.conf").read_text(
        "utf-8"
    )


def test_a_moved_address_must_lead_somewhere(settings: Settings, small_content: Path) -> None:
    there = min(small_content.glob("services/*/*.yml")).stem
    text = f"- id: a-b\n  to: nothing\n- id: {there}\n  to: {there}\n"
    with pytest.raises(ContentError) as caught:
        pipeline.check(with_moved(settings, small_content, text))
    assert [problem.field for problem in caught.value.problems] == ["0.to", "1.id"]
