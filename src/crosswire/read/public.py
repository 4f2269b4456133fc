"""Which IP addresses are of the open internet: everything that another network could be behind is unwrapped first.

Source: the IANA registries of special-purpose addresses, IPv4 and IPv6, as of 2025.
"""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

NOT_PUBLIC_4 = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
        ),
    )
)
UNICAST = ip_network("2000::/3")
"""What is given out of IPv6; all else is local, reserved or something wrapped."""

NOT_PUBLIC_6 = tuple(
    map(
        ip_network,
        ("2001:db8::/32", "3fff::/20", "5f00::/16"),
    )
)
TRANSLATED = ip_network("64:ff9b::/96")
TEREDO = ip_network("2001::/32")
PROTOCOLS = ip_network("2001::/23")
ISATAP = (0x00005EFE, 0x02005EFE)


def is_public(ip: str) -> bool:
    """Tells whether an IP address, and any other wrapped in it, is one of the open internet."""
    address = ip_address(ip.partition("%")[0])
    if isinstance(address, IPv4Address):
        return address.is_global and not any(address in network for network in NOT_PUBLIC_4)
    inner = list(_inside(address))
    if not all(is_public(str(each)) for each in inner):
        return False
    if address.ipv4_mapped or address in TRANSLATED:
        return True
    if address in PROTOCOLS and address not in TEREDO:
        return False
    return address in UNICAST and not any(address in network for network in NOT_PUBLIC_6)


def _inside(address: IPv6Address) -> Iterator[IPv4Address]:
    """Gives every IPv4 address that an IPv6 address carries, by whatever way of wrapping."""
    number = int(address)
    if address.ipv4_mapped:
        yield address.ipv4_mapped
    if address.sixtofour:
        yield address.sixtofour
    if address.teredo:
        yield from address.teredo
    if address in TRANSLATED:
        yield IPv4Address(number & 0xFFFFFFFF)
    if (number >> 32) & 0xFFFFFFFF in ISATAP:
        yield IPv4Address(number & 0xFFFFFFFF)
