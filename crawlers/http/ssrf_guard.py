"""Which addresses may be asked for: public web addresses only, by the address itself; pure.

SSRF, server-side request forgery, is the name of what this prevents: an address in a page that
leads the program into the network of its own machine.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata

from crawlers.urls.parts import split

_PRIVATE_NAMES = (
    "localhost",
    "localdomain",
    "local",
    "internal",
    "intranet",
    "home.arpa",
    "lan",
    "onion",
    # Special-use and never delegated (RFC 9476; ICANN board resolution 2018-02-04), and the names
    # that container platforms give to services beside the program.
    "alt",
    "corp",
    "home",
    "mail",
    "private",
    "svc",
    "consul",
    "docker",
    # Services of clouds for their own machines.
    "metadata.tencentyun.com",
    "metadata.packet.net",
    "metadata.platformequinix.com",
)
# Addresses that look public and lead into the machine's own surroundings: services of Oracle's and
# Azure's clouds for their machines, protocol assignments, relays that nobody runs any more.
_NEVER = tuple(
    ipaddress.ip_network(network)
    for network in (
        "192.0.0.0/24",
        "168.63.129.16/32",
        "192.88.99.0/24",
        "100.64.0.0/10",
        "64:ff9b:1::/48",
        "2001::/23",
        "3fff::/20",
        "5f00::/16",
    )
)
_NUMBER = re.compile(r"0x[0-9a-f]*|0[0-7]*|[1-9][0-9]*", re.IGNORECASE)
_LONGEST_NUMBER = 60  # more digits than any notation of an address has; Python refuses thousands
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public_address(text: str) -> bool:
    """True for an IP address of the public internet (no loopback, private, link-local … range)."""
    address = ipaddress.ip_address(text.partition("%")[0])
    if any(address in network for network in _NEVER):
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = _inner_address(address)
        if inner is not None:
            return is_public_address(str(inner))
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _inner_address(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for, or None."""
    number = int(address)
    last = ipaddress.IPv4Address(number & 0xFFFFFFFF)
    compatible = number >> 32 == 0 and number > 1  # RFC 4291, 2.5.5.1
    tunnelled = (number >> 32) & 0xFCFFFFFF == 0x00005EFE  # ISATAP: RFC 5214, 6.1
    if address in _NAT64 or compatible or tunnelled:
        return last
    return address.ipv4_mapped or address.sixtofour


def literal_address(host: str) -> str | None:
    """The IP address that a host is written as, in any notation a resolver takes, or None.

    ``127.1``, ``0x7f000001`` and ``2130706433`` are all loopback.
    """
    try:
        return str(ipaddress.ip_address(host.strip("[]").partition("%")[0]))
    except ValueError:
        pass
    parts = host.split(".")
    if not 1 <= len(parts) <= 4 or len(host) > _LONGEST_NUMBER:
        return None
    if not all(_NUMBER.fullmatch(part) for part in parts):
        return None
    numbers = [_number(part) for part in parts]
    value = 0
    for number in numbers[:-1]:
        value = (value << 8) | (number & 0xFF)
    value = (value << (8 * (5 - len(parts)))) | numbers[-1]
    return str(ipaddress.IPv4Address(value & 0xFFFFFFFF))


def _number(text: str) -> int:
    if text.lower().startswith("0x"):
        return int(text[2:] or "0", 16)
    return int(text, 8) if text.startswith("0") and len(text) > 1 else int(text)


def is_allowed_url(url: str) -> bool:
    """True when an address may be asked for as it is written.

    Refused are other schemes than http and https, credentials in the address, literal private
    addresses and names that never lead to the public internet. What a name resolves to is
    checked again where the connection is made.
    """
    parts = split(url)
    if parts is None or parts.username is not None or parts.password is not None:
        return False
    host = _normalised_host(parts.hostname or "")
    literal = literal_address(host)
    if literal is not None:
        return is_public_address(literal)
    last = host.rpartition(".")[2]
    if last == host or last.isdecimal() or _NUMBER.fullmatch(last):
        return False
    return not any(host == name or host.endswith(f".{name}") for name in _PRIVATE_NAMES)


def _normalised_host(host: str) -> str:
    """A host as resolvers take it: full-width letters, digits and dots are plain ones (IDNA)."""
    return unicodedata.normalize("NFKC", host).replace("\u3002", ".").lower().rstrip(".")
