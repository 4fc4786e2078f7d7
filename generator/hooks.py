"""Hooks of MkDocs, named in mkdocs.yml: our templates get their page, nothing of Material's UI."""

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from generator.sentences import sentences


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Our sitemap knows all four variants; MkDocs would write one per variant."""
    config.theme.static_templates.discard("sitemap.xml")
    config.theme.dirs[:] = config.theme.dirs[:1]  # ours: Material's hold ten thousand icons
    return config


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Copy only `public/`, not Material's files; escape every value, forbid unknown names.

    Templates that were read for an earlier build are kept as long as the theme stays the same.
    """
    for file in files:
        if not file.is_documentation_page() and not file.src_uri.startswith("public/"):
            file.inclusion = file.inclusion.EXCLUDED
    env = config.extra["environments"].setdefault(config.theme.locale, env)
    env.autoescape = True
    env.trim_blocks = env.lstrip_blocks = True
    env.undefined = jinja2.StrictUndefined
    env.globals.update(config.extra, sentences=sentences)
    return env


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Link the glossary's terms; tell the progress bar that one more page is made."""
    config.extra["tick"]()
    terms = config.extra["site_pages"][page.url].terms
    return terms.linked(output) if terms else output
