"""The HTTP API: the lists of the screens and single findings, as JSON, described by OpenAPI."""

from waqai.web.api import findings, lists

#: In the order in which addresses are tried.
ROUTERS = (lists.router, findings.router)
