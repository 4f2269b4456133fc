"""Which IP addresses are of the open internet."""

from __future__ import annotations

import pytest

from crosswire.read.public import is_public

PUBLIC = (
    "93.184.216.34 8.8.8.8 192.88.98.1 198.20.0.1 2606:2800:220:1::1 2a00:1450::1 ::ffff:93.184.216.34 "
    "64:ff9b::5db8:d822 2002:5db8:d822::1"
)
NOT_PUBLIC = (
    "0.0.0.0 0.1.2.3 10.1.2.3 100.64.0.1 127.0.0.1 127.255.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 "
    "192.0.0.8 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.1 198.51.100.1 203.0.113.1 224.0.0.1 "
    "239.1.1.1 240.0.0.1 255.255.255.255 :: ::1 fe80::1%eth0 fe80::1 fc00::1 fd12::1 fec0::1 feff::1 ff02::1 ff0e::1 "
    "::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::127.0.0.1 ::93.184.216.34 ::10.0.0.1 "
    "64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::1 64:ff9b:1::5db8:d822 2002:7f00:1:: 2002:a00:1:: "
    "2001:0:7f00:1::1 2001:0:5db8:d822:0:0:80ff:fffe 2001::1 2001:2::1 2001:10::1 2001:20::1 2001:db8::1 3fff::1 "
    "3fff:fff::1 5f00::1 4000::1 100::1 2606:2800::5efe:7f00:1 2606:2800::200:5efe:a00:1"
)


@pytest.mark.parametrize("ip", PUBLIC.split())
def test_of_the_open_internet(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize("ip", NOT_PUBLIC.split())
def test_not_of_the_open_internet(ip: str) -> None:
    assert not is_public(ip)
