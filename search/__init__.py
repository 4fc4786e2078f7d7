"""Search: documents from the register, an index of them, and an API that understands questions.

`documents` makes documents of what is `searchable`, and the `vocabulary` of all their words.
`index` brings them to Meilisearch (`server`), set up by `index_settings.yml`.
`query` reads what people type, by that vocabulary. `api` answers. `bench` measures.
"""
