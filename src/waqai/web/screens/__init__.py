"""The screens of the site: one module and one template each."""

from waqai.web.screens import today

#: In the order in which addresses are tried.
ROUTERS = (today.router,)
