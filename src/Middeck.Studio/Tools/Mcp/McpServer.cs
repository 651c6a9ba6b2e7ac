using System.Text;
using Middeck.Sandbox;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Middeck.Studio.Tools.Mcp;

/// <summary>An MCP server in the sandbox, from its start on. Its users and its last use are the business of <see cref="McpServers"/>.</summary>
internal sealed class McpServer : IAsyncDisposable
{
    private const int MostErrors = 2_000;

    private readonly StringBuilder _errors = new();
    private readonly string _command;
    private readonly Task<SandboxedProcess> _process;
    private Task _reading = Task.CompletedTask;

    /// <param name="providerId">Whose it is.</param>
    /// <param name="mark">Tells whether it was started as it should be now.</param>
    /// <param name="command">What is started.</param>
    /// <param name="sandbox">Where.</param>
    /// <param name="patience">How long it may take until it talks.</param>
    public McpServer(Guid providerId, string mark, SandboxCommand command, IProcessSandbox sandbox, TimeSpan patience)
    {
        (ProviderId, Mark, _command) = (providerId, mark, command.Program);
        _process = sandbox.StartAsync(command, CancellationToken.None);
        Client = ConnectAsync(patience);
    }

    public Guid ProviderId { get; }

    public string Mark { get; }

    /// <summary>Who talks with it; fails when it does not start.</summary>
    public Task<McpClient> Client { get; }

    /// <summary>How many wait for it now.</summary>
    public int Users { get; set; }

    public DateTimeOffset LastUsed { get; set; }

    /// <summary>Whether it has to be started anew.</summary>
    public bool HasEnded => Client.IsFaulted || (_process.IsCompletedSuccessfully && _process.Result.HasExited)
        || (Client.IsCompletedSuccessfully && Client.Result.Completion.IsCompleted);

    /// <summary>Why it ended, with the last that it said about it.</summary>
    public async Task<string> DescribeEndAsync()
    {
        if (!_process.IsCompletedSuccessfully)
        {
            return $"'{_command}' could not be started.";
        }

        // What is written last is what matters; it is read to its end soon after the end of the process.
        await _reading.WaitAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        string said;
        lock (_errors)
        {
            said = _errors.ToString().Trim();
        }

        return said.Length > 0 ? $"'{_command}' ended: {said}" : $"'{_command}' ended, or does not answer as an MCP server.";
    }

    public async ValueTask DisposeAsync()
    {
        await ((Task)Client).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (Client.IsCompletedSuccessfully)
        {
            await Client.Result.DisposeAsync();
        }

        if (_process.IsCompletedSuccessfully)
        {
            await _process.Result.DisposeAsync();
        }
    }

    private async Task<McpClient> ConnectAsync(TimeSpan patience)
    {
        var process = await _process;
        _reading = ReadErrorsAsync(process.Errors);
        // Processes live in real time, whatever the platform's clock says.
        using var late = new CancellationTokenSource(patience);
        try
        {
            return await McpClient.CreateAsync(
                new StreamClientTransport(process.Input, new LineLimitedStream(process.Output)), McpIdentity.Options, cancellationToken: late.Token);
        }
        catch (Exception ex)
        {
            var hasEnded = process.HasExited;
            process.Kill();
            throw ex is OperationCanceledException
                ? ToolFaults.Failed($"'{_command}' did not answer as an MCP server within {patience.TotalSeconds} seconds.")
                : hasEnded || ex is IOException or InvalidOperationException ? ToolFaults.Failed(await DescribeEndAsync()) : ex;
        }
    }

    private async Task ReadErrorsAsync(Stream errors)
    {
        using var reader = new StreamReader(errors, Encoding.UTF8);
        var buffer = new char[1_024];
        int read;
        while ((read = await reader.ReadAsync(buffer)) > 0)
        {
            lock (_errors)
            {
                _errors.Append(buffer, 0, read).Replace("\0", "");
                _errors.Remove(0, Math.Max(0, _errors.Length - MostErrors));
            }
        }
    }
}
