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
        var addresses = await Dns.GetHostAddressesAsync(endpoint.Host, cancellationToken);
        var permitted = isAllowed(endpoint.Host)
            ? addresses
            : Array.FindAll(addresses, address => !AddressGuard.IsRefused(address));
        if (permitted.Length == 0)
        {
            throw new OutboundRefusedException(endpoint.Host);
        }

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
}
