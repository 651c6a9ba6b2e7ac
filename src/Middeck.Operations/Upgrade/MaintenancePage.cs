using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Middeck.Operations.Upgrade;

/// <summary>Answers 503 with Retry-After on the entry port while nobody else does. Plain sockets: the process stays small.</summary>
public sealed class MaintenancePage : IAsyncDisposable
{
    private const int RetryAfterSeconds = 15;
    private const int LongestHead = 16 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const string Page = """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Middeck</title></head>
        <body><h1>Middeck is being upgraded. 正在升级。</h1>
        <p>It will be back in a few minutes; nothing is lost. 几分钟后恢复，数据不会丢失。</p></body></html>

        """;

    private static readonly byte[] Answer = Encoding.UTF8.GetBytes(
        $"HTTP/1.1 503 Service Unavailable\r\nRetry-After: {RetryAfterSeconds}\r\nContent-Type: text/html; charset=utf-8\r\n"
        + $"Cache-Control: no-store\r\nContent-Length: {Encoding.UTF8.GetByteCount(Page)}\r\nConnection: close\r\n\r\n{Page}");

    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    private MaintenancePage(TcpListener listener)
    {
        _listener = listener;
        _accepting = AcceptAsync();
    }

    /// <summary>The port it answers on.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Begins to answer; null when the port cannot be had.</summary>
    public static MaintenancePage? TryOpen(string address, int port)
    {
        var listener = new TcpListener(IPAddress.TryParse(address, out var parsed) ? parsed : IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return new MaintenancePage(listener);
        }
        catch (SocketException)
        {
            listener.Dispose();
            return null;
        }
    }

    /// <summary>Gives the port back.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var answering = new List<Task>();
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                answering.RemoveAll(task => task.IsCompleted);
                answering.Add(AnswerAsync(socket));
            }
        }
        catch (Exception ex) when (ex is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(answering);
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        using (socket)
        using (var patience = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token))
        {
            patience.CancelAfter(Patience);
            try
            {
                await ReadHeadAsync(socket, patience.Token);
                await socket.SendAsync(Answer, patience.Token);
                socket.Shutdown(SocketShutdown.Both);
            }
            catch (Exception ex) when (ex is OperationCanceledException or SocketException)
            {
                // Whoever asked went away.
            }
        }
    }

    private static async Task ReadHeadAsync(Socket socket, CancellationToken cancellationToken)
    {
        var head = new byte[LongestHead];
        var length = 0;
        while (length < head.Length && head.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
        {
            var read = await socket.ReceiveAsync(head.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                return;
            }

            length += read;
        }
    }
}
