using System.Net;
using Middeck.Http.Outbound;

namespace Middeck.Http.Tests.Outbound;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("::1")]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("169.254.169.254")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fdff:ffff::1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("ff02::1")]
    [InlineData("64:ff9b::7f00:1")]
    public void An_address_that_is_not_of_the_public_internet_is_refused(string address)
        => Assert.True(AddressGuard.IsRefused(IPAddress.Parse(address)));

    [Theory]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    public void An_IPv4_address_in_IPv6_clothes_is_seen_through(string address)
        => Assert.True(AddressGuard.IsRefused(IPAddress.Parse(address)));

    // The IPv4 address stands in the middle of a 6to4 address and at the end of a Teredo and an IPv4-compatible one.
    [Theory]
    [InlineData("2002:7f00:1::1")]
    [InlineData("2001:0:4136:e378:8000:63bf:80ff:fffe")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b:1::a00:1")]
    [InlineData("fec0::1")]
    public void An_address_that_tunnels_to_another_is_refused(string address)
        => Assert.True(AddressGuard.IsRefused(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("169.253.255.255")]
    [InlineData("192.167.255.255")]
    [InlineData("223.255.255.255")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2400:3200::1")]
    public void A_public_address_is_permitted(string address)
        => Assert.False(AddressGuard.IsRefused(IPAddress.Parse(address)));
}
