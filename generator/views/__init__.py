"""Register + variant → what each page shows, as documented dataclasses for the templates."""
