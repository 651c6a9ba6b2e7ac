using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Middeck.Entry.Bench;

/// <summary>Sixty-four connections that each ask again as soon as they are answered, with as little work of their own as possible.</summary>
internal static class Load
{
    private const int Connections = 64;
    private static readonly byte[] Request =
        "GET /service/answer?page=2 HTTP/1.1\r\nHost: ai.example.com\r\nUser-Agent: bench/1.0 (64 connections)\r\nAccept: application/json\r\n\r\n"u8.ToArray();

    /// <summary>Loads the server for a time.</summary>
    /// <returns>Answered requests a second.</returns>
    public static async Task<double> RunAsync(int port, TimeSpan time)
    {
        using var end = new CancellationTokenSource();
        var clock = Stopwatch.StartNew();
        var counts = Enumerable.Range(0, Connections).Select(_ => AskAsync(port, end.Token)).ToList();
        await Task.Delay(time);
        await end.CancelAsync();
        return (await Task.WhenAll(counts)).Sum() / clock.Elapsed.TotalSeconds;
    }

    /// <summary>Waits until the server listens; throws when it does not within half a minute.</summary>
    public static async Task WaitAsync(int port)
    {
        for (var start = Stopwatch.GetTimestamp(); ; await Task.Delay(50))
        {
            try
            {
                using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30))
            {
                // It is still starting.
            }
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<long> AskAsync(int port, CancellationToken end)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port, end);
        var buffer = new byte[4096];
        var count = 0L;
        while (!end.IsCancellationRequested)
        {
            await socket.SendAsync(Request, SocketFlags.None, CancellationToken.None);
            await ReadAnswerAsync(socket, buffer);
            count++;
        }

        return count;
    }

    private static async Task ReadAnswerAsync(Socket socket, byte[] buffer)
    {
        var filled = 0;
        while (!IsWhole(buffer.AsSpan(0, filled)))
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(filled), SocketFlags.None, CancellationToken.None);
            if (read == 0)
            {
                throw new InvalidOperationException("The server closed a connection.");
            }

            filled += read;
        }
    }

    // The body is a JSON object without another one in it; it comes with its length or in one chunk.
    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        if (answer.Length > 12 && !answer.StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidOperationException($"Not 200: {System.Text.Encoding.ASCII.GetString(answer)}");
        }

        return answer.EndsWith("}"u8) || answer.EndsWith("}\r\n0\r\n\r\n"u8);
    }
}
