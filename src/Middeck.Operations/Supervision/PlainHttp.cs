using System.Net.Sockets;
using System.Text;

namespace Middeck.Operations.Supervision;

/// <summary>
/// Asks an address of plain HTTP for its status line and hangs up. HttpClient can do that too, but loading it costs the supervisor
/// several megabytes and <c>middeck status</c> a tenth of a second.
/// </summary>
internal static class PlainHttp
{
    private const int LongestLine = 256;

    /// <summary>The status, such as 200; where nobody answers the reason instead.</summary>
    /// <exception cref="IOException">What answers does not speak HTTP.</exception>
    /// <exception cref="SocketException">It hung up, or its name is not known.</exception>
    public static async Task<(int Status, string? Problem)> StatusAsync(Uri url, CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        if (await QuietSocket.ConnectAsync(socket, url.IdnHost, url.Port, cancellationToken) is { } problem)
        {
            return (0, problem);
        }

        var request = $"GET {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Authority}\r\nUser-Agent: middeck\r\nAccept: */*\r\nConnection: close\r\n\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(request), cancellationToken);
        var line = new byte[LongestLine];
        var length = 0;
        while (length < line.Length && Array.IndexOf(line, (byte)'\n', 0, length) < 0)
        {
            var read = await socket.ReceiveAsync(line.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        // HTTP/1.1 200 OK
        var words = Encoding.ASCII.GetString(line, 0, length).Split(' ', 3);
        return words.Length > 1 && words[0].StartsWith("HTTP/", StringComparison.Ordinal) && int.TryParse(words[1].AsSpan().TrimEnd(), out var status)
            ? (status, null)
            : throw new IOException("what answers there does not speak HTTP");
    }
}
