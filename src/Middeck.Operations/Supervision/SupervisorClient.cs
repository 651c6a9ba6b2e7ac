using System.Net.Sockets;
using System.Text.Json;
using Middeck.Operations.Home;

namespace Middeck.Operations.Supervision;

/// <summary>Asks the supervisor of a home, from another process of the same user.</summary>
public sealed class SupervisorClient(MiddeckHome home)
{
    /// <summary>Asks and waits for the answer.</summary>
    /// <exception cref="RefusedException">No supervisor runs in this home, or it refused; the sentence says why.</exception>
    public async Task<SupervisorAnswer> AskAsync(SupervisorRequest request, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(request, cancellationToken);
        return answer is { Code: not 0, Sentence: { } sentence, Dependents.Count: 0 }
            ? throw new RefusedException((ExitCode)answer.Code, sentence)
            : answer;
    }

    private async Task<SupervisorAnswer> SendAsync(SupervisorRequest request, CancellationToken cancellationToken)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(SupervisorSocket.PathOf(home)), cancellationToken);
            await using var stream = new NetworkStream(socket);
            await stream.WriteAsync(
                (byte[])[.. JsonSerializer.SerializeToUtf8Bytes(request, SupervisionLines.Default.SupervisorRequest), (byte)'\n'],
                cancellationToken);
            using var reader = new StreamReader(stream);
            var line = await reader.ReadLineAsync(cancellationToken)
                ?? throw new IOException("The supervisor ended before it answered.");
            return JsonSerializer.Deserialize(line, SupervisionLines.Default.SupervisorAnswer)!;
        }
        catch (SocketException ex)
        {
            throw new RefusedException(ExitCode.NotRunning, SupervisionMessages.NoSupervisor(home.Root), ex);
        }
        catch (IOException ex)
        {
            throw new RefusedException(ExitCode.Failed, SupervisionMessages.SupervisorGone(ex.Message), ex);
        }
    }
}
