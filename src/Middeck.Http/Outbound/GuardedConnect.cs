using System.Net;
using System.Net.Sockets;

namespace Middeck.Http.Outbound;

/// <summary>
/// Connects only to addresses that were checked after resolution, so a name that resolves differently a moment later gains nothing.
/// Redirects open new connections and pass here too.
/// </summary>
internal static class GuardedConnect
{
    public static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, Func<string, bool> isAllowed, CancellationToken cancellationToken)
    {
        var endpoint = context.DnsEndPoint;
        var permitted = await ResolveAsync(endpoint.Host, isAllowed, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(permitted, endpoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <exception cref="OutboundRefusedException">No address of the host may be reached.</exception>
    public static async Task<IPAddress[]> ResolveAsync(
        string host, Func<string, bool> isAllowed, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(host, cancellationToken);
        var permitted = isAllowed(host) ? addresses : Array.FindAll(addresses, address => !AddressGuard.IsRefused(address));
        return permitted.Length > 0 ? permitted : throw new OutboundRefusedException(host);
    }
}
