using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Middeck.Operations.Home;

namespace Middeck.Operations.Supervision;

/// <summary>
/// Where the supervisor takes orders: <c>run/supervisor.sock</c>, for its own user alone. A line of JSON is a request, a line of JSON its
/// answer; one connection may ask several times.
/// </summary>
internal sealed class SupervisorSocket(
    MiddeckHome home, Func<SupervisorRequest, CancellationToken, Task<SupervisorAnswer>> answer, SupervisorLog log)
{
    // sockaddr_un holds 107 bytes and the final zero.
    private const int LongestPath = 107;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Its path: in the home, or in a folder of ours where the home's path is too long for a socket.</summary>
    public static string PathOf(MiddeckHome home)
    {
        var path = home.RunFile("supervisor.sock");
        return Encoding.UTF8.GetByteCount(path) <= LongestPath
            ? path
            : Path.Combine(Path.GetTempPath(), $"middeck-{home.InstanceId}", "supervisor.sock");
    }

    /// <summary>Answers until told to stop.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var path = PathOf(home);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!, OwnerOnly | UnixFileMode.UserExecute);
        // Whoever holds the supervisor's lock owns the name: what lies there is of a dead one.
        File.Delete(path);
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        // Nobody can connect before it listens, so nobody connects before the mode is right.
        File.SetUnixFileMode(path, OwnerOnly);
        listener.Listen(16);
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptAsync(stopping), stopping);
            }
        }
        catch (OperationCanceledException)
        {
            File.Delete(path);
        }
    }

    private async Task ServeAsync(Socket connection, CancellationToken stopping)
    {
        try
        {
            await using var stream = new NetworkStream(connection, ownsSocket: true);
            using var reader = new StreamReader(stream);
            while (await reader.ReadLineAsync(stopping) is { } line)
            {
                var reply = await AnswerAsync(line, stopping);
                await stream.WriteAsync(
                    (byte[])[.. JsonSerializer.SerializeToUtf8Bytes(reply, SupervisionLines.Default.SupervisorAnswer), (byte)'\n'], stopping);
            }
        }
        catch (Exception ex) when (ex is IOException or SocketException or OperationCanceledException)
        {
            // Who asked went away before the answer; what was asked is done all the same.
        }
    }

    private async Task<SupervisorAnswer> AnswerAsync(string line, CancellationToken stopping)
    {
        try
        {
            var request = JsonSerializer.Deserialize(line, SupervisionLines.Default.SupervisorRequest)
                ?? throw new JsonException("A request is an object.");
            return await answer(request, stopping);
        }
        catch (JsonException ex)
        {
            return new SupervisorAnswer((int)ExitCode.Usage, new Language.Message(ex.Message, ex.Message), [], []);
        }
        catch (RefusedException ex)
        {
            return new SupervisorAnswer((int)ex.Code, ex.Sentence, [], []);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            log.Write($"A request failed: {ex.Message}");
            return new SupervisorAnswer((int)ExitCode.Failed, new Language.Message(ex.Message, ex.Message), [], []);
        }
    }
}
