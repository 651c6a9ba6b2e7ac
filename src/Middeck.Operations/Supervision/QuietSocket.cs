using System.Net;
using System.Net.Sockets;

namespace Middeck.Operations.Supervision;

/// <summary>
/// Connects, and says that nobody is there without an exception: a service that starts is asked four times a second, and each exception
/// would cost the supervisor memory that it keeps.
/// </summary>
internal static class QuietSocket
{
    /// <summary>Connects a socket to a host by name or number.</summary>
    /// <returns>Why it could not; null when it is connected.</returns>
    /// <exception cref="SocketException">The name cannot be resolved.</exception>
    public static async Task<string?> ConnectAsync(Socket socket, string host, int port, CancellationToken cancellationToken)
    {
        var address = IPAddress.TryParse(host, out var number)
            ? number
            : (await Dns.GetHostAddressesAsync(host, AddressFamily.InterNetwork, cancellationToken))[0];
        using var connect = new SocketAsyncEventArgs { RemoteEndPoint = new IPEndPoint(address, port) };
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        connect.Completed += (_, _) => done.TrySetResult();
        if (socket.ConnectAsync(connect))
        {
            await using var stop = cancellationToken.Register(() => Socket.CancelConnectAsync(connect));
            await done.Task;
        }

        cancellationToken.ThrowIfCancellationRequested();
        return connect.SocketError == SocketError.Success ? null : new SocketException((int)connect.SocketError).Message;
    }
}
