"""Pages and feeds from the web, fetched politely and by nobody's leave but that of the sites.

This is the only place where waqai speaks to a network, and only to what a user named and where
that leads. It is built on sockets of the standard library, since the address that was checked must
be the one that is connected: a library that resolves names by itself could be told another address
between the check and the connection.
"""

from waqai.sources.fetching.fetcher import Answer, Fetcher
from waqai.sources.fetching.manners import Clock, Manners
from waqai.sources.fetching.robots import Robots, RobotsShelf
from waqai.sources.fetching.urls import feed_addresses

__all__ = ["Answer", "Clock", "Fetcher", "Manners", "Robots", "RobotsShelf", "feed_addresses"]
