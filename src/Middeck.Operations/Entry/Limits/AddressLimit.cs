using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Middeck.Operations.Entry.Networks;

namespace Middeck.Operations.Entry.Limits;

/// <summary>How many requests one address of the network may make, to the platform and to services together, on this node.</summary>
internal sealed class AddressLimit(IOptions<EntryOptions> options) : IDisposable
{
    private const int BytesOfSite = 8;

    private readonly PartitionedRateLimiter<IPAddress>? _buckets = options.Value.RequestsPerMinutePerAddress is > 0 and var limit
        ? TokenBuckets.Create<IPAddress>(limit)
        : null;

    public void Dispose() => _buckets?.Dispose();

    /// <summary>Counts a request.</summary>
    /// <returns>Null, or after how many seconds the next one is allowed.</returns>
    public int? Refuses(IPAddress? client) => _buckets?.Take(KeyOf(client ?? IPAddress.Loopback));

    // Whoever has one IPv6 address has at least 64 bits full of them.
    private static IPAddress KeyOf(IPAddress client)
    {
        var plain = NetworkList.Plain(client);
        if (plain.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return plain;
        }

        Span<byte> bytes = stackalloc byte[16];
        plain.TryWriteBytes(bytes, out _);
        bytes[BytesOfSite..].Clear();
        return new IPAddress(bytes);
    }
}
