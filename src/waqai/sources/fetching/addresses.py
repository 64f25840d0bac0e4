"""Which addresses of the network may be spoken to: public ones, and no others."""

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from waqai.sources.codes import Code, Refused
from waqai.sources.files import why

Address = IPv4Address | IPv6Address
Permits = Callable[[Address], bool]
#: The numeric addresses of a host, for a port. Raises OSError or UnicodeError when it has none.
Resolver = Callable[[str, int], Sequence[str]]

# What nobody's public server has, said here and not left to the tables of the interpreter, which
# differ between releases. RFC 6890 and the IANA registries that it began.
_CLOSED_4 = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",  # shared by the customers of a provider
            "127.0.0.0/8",
            "169.254.0.0/16",  # link-local: where clouds answer for their machines
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",  # relays of 6to4
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",  # multicast, reserved, broadcast
        ),
    )
)
_OPEN_6 = ip_network("2000::/3")
_CLOSED_6 = tuple(
    map(
        ip_network,
        (
            "2001::/23",  # protocols, Teredo among them: an address of version 4 in disguise
            "2001:db8::/32",
            "2002::/16",  # 6to4: likewise
            "3fff::/20",
        ),
    )
)


def is_public(address: Address) -> bool:
    """Whether `address` is one that anybody on the internet may speak to.

    An address of version 6 that stands for one of version 4 is refused, whatever that is.
    """
    if isinstance(address, IPv4Address):
        closed = _CLOSED_4
    elif address.scope_id is not None or address not in _OPEN_6:
        return False
    else:
        closed = _CLOSED_6
    return address.is_global and not any(address in network for network in closed)


def resolved(host: str, port: int) -> list[str]:
    """The addresses of `host` as the system knows them, in the order to try them in."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


def addresses(host: str, port: int, resolver: Resolver, permits: Permits) -> list[Address]:
    """The addresses of `host`. Raises Refused when it has none, or one that is not permitted.

    One address among many that is not public makes all of them doubtful: no site needs that.
    """
    try:
        found = [ip_address(text) for text in resolver(host, port)]
    except (OSError, UnicodeError, ValueError) as error:
        reason = f"the name {host} leads nowhere ({why(error)}); see that it is spelt right"
        raise Refused(Code.NOT_FETCHED, reason) from None
    for address in found:
        if not permits(address):
            raise forbidden(host, address)
    if not found:
        raise Refused(Code.NOT_FETCHED, f"the name {host} has no address")
    return found


def forbidden(host: str, address: Address) -> Refused:
    """Why `host` is not spoken to."""
    return Refused(
        Code.ADDRESS_REFUSED,
        f"{host} leads to {address}, which is not a public address; save the page as a file",
    )
