"""The search API and the site beside it.

`app` has the routes, `finder` what they do: it lets `query` read, asks the `engine` by
`engine_queries`, and gives an answer of `answers`.
"""

from search.api.app import Service, create_app

__all__ = ["Service", "create_app"]
