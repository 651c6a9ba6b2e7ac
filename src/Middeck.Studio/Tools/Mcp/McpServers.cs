using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Sandbox;
using Middeck.Studio.Tools.Providers;
using ModelContextProtocol.Client;

namespace Middeck.Studio.Tools.Mcp;

/// <summary>
/// The MCP servers that run in this node's sandbox, one for each provider. One is started when it is first asked, and again when it is
/// asked after it died; it is ended when nobody has asked it for a while, or when another one needs its place.
/// </summary>
internal sealed partial class McpServers : IAsyncDisposable
{
    private static readonly TimeSpan _look = TimeSpan.FromSeconds(10);

    private readonly Dictionary<Guid, McpServer> _servers = [];
    private readonly Lock _lock = new();
    private readonly IProcessSandbox _sandbox;
    private readonly StudioOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<McpServers> _logger;
    private readonly TimeSpan _patience;
    private readonly ITimer _idle;

    public McpServers(IProcessSandbox sandbox, IOptions<StudioOptions> options, TimeProvider clock, ILogger<McpServers> logger)
    {
        (_sandbox, _options, _clock, _logger) = (sandbox, options.Value, clock, logger);
        _patience = TimeSpan.FromSeconds(_options.ToolTimeout);
        _idle = clock.CreateTimer(_ => EndIdle(), null, _look, _look);
    }

    /// <summary>How many run.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _servers.Count;
            }
        }
    }

    /// <summary>Asks a server.</summary>
    /// <exception cref="FaultException">
    /// <c>tools.failed</c>: it does not start, or ended; <c>sandbox.*</c>: nothing can be started here.
    /// </exception>
    public async Task<T> AskAsync<T>(
        ProviderConnection connection, Func<McpClient, CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        var server = Take(connection);
        var start = _clock.GetTimestamp();
        try
        {
            return await ask(await server.Client.WaitAsync(cancellationToken), cancellationToken);
        }
        catch (OperationCanceledException) when (_clock.GetElapsedTime(start) >= _patience / 2)
        {
            // One that hangs is started anew by the next call; whoever else waits for it may go on.
            Forget(connection.ProviderId);
            throw;
        }
        catch (Exception ex) when (ex is not (OperationCanceledException or FaultException) && server.HasEnded)
        {
            throw ToolFaults.Failed(await server.DescribeEndAsync());
        }
        finally
        {
            Leave(server);
        }
    }

    /// <summary>Ends a provider's server as soon as nobody waits for it.</summary>
    public void Forget(Guid providerId)
    {
        lock (_lock)
        {
            Retire(providerId);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _idle.DisposeAsync();
        List<McpServer> all;
        lock (_lock)
        {
            all = [.. _servers.Values];
            _servers.Clear();
        }

        await Task.WhenAll(all.Select(EndAsync));
    }

    private McpServer Take(ProviderConnection connection)
    {
        var mark = JsonSerializer.Serialize(new { connection.Settings.Stdio, connection.Secrets.Environment });
        lock (_lock)
        {
            if (_servers.TryGetValue(connection.ProviderId, out var server) && (server.Mark != mark || server.HasEnded))
            {
                Retire(connection.ProviderId);
                server = null;
            }

            if (server is null)
            {
                MakeRoom();
                server = new McpServer(connection.ProviderId, mark, StartOf(connection), _sandbox, _patience);
                _servers.Add(connection.ProviderId, server);
                LogStarted(connection.ProviderId, connection.Settings.Stdio!.Command);
            }

            server.Users++;
            return server;
        }
    }

    private void Leave(McpServer server)
    {
        lock (_lock)
        {
            server.Users--;
            server.LastUsed = _clock.GetUtcNow();
            if (_servers.GetValueOrDefault(server.ProviderId) == server)
            {
                if (server.HasEnded)
                {
                    Retire(server.ProviderId);
                }
            }
            else if (server.Users == 0)
            {
                End(server);
            }
        }
    }

    private void MakeRoom()
    {
        if (_servers.Count < _options.McpServers)
        {
            return;
        }

        var resting = _servers.Values.Where(server => server.Users == 0).MinBy(server => server.LastUsed)
            ?? throw ToolFaults.Failed($"{_options.McpServers} MCP servers work on this node, and studio.mcp_servers allows no more. Try again.");
        Retire(resting.ProviderId);
    }

    private void EndIdle()
    {
        lock (_lock)
        {
            var before = _clock.GetUtcNow().AddSeconds(-_options.McpIdle);
            foreach (var server in _servers.Values.Where(server => server.Users == 0 && server.LastUsed <= before).ToList())
            {
                Retire(server.ProviderId);
            }
        }
    }

    // Whoever still waits for it ends it.
    private void Retire(Guid providerId)
    {
        if (_servers.Remove(providerId, out var server) && server.Users == 0)
        {
            End(server);
        }
    }

    private void End(McpServer server)
    {
        LogEnded(server.ProviderId);
        _ = Task.Run(() => EndAsync(server));
    }

    private async Task EndAsync(McpServer server)
    {
        try
        {
            await server.DisposeAsync();
        }
        catch (Exception ex)
        {
            // What is left of it ends with the platform at the latest.
            LogNotEnded(ex, server.ProviderId);
        }
    }

    private SandboxCommand StartOf(ProviderConnection connection)
    {
        var stdio = connection.Settings.Stdio!;
        return new SandboxCommand(stdio.Command, stdio.Arguments)
        {
            Environment = connection.Secrets.Environment,
            Folders = [.. _options.McpFolders.Where(Directory.Exists)],
            AllowsNetwork = stdio.Network,
            Limits = _sandbox.Limits with
            {
                // They live for long and rest most of the time.
                CpuTime = TimeSpan.FromHours(1),
                MemoryBytes = _options.McpMemoryBytes,
                TmpBytes = _options.McpMemoryBytes / 2,
                Processes = 128,
                OpenFiles = 1_024,
            },
        };
    }

    [LoggerMessage(LogLevel.Information, "The MCP server of tool provider {ProviderId} is started in the sandbox: {Command}.")]
    private partial void LogStarted(Guid providerId, string command);

    [LoggerMessage(LogLevel.Error, "The MCP server of tool provider {ProviderId} could not be ended.")]
    private partial void LogNotEnded(Exception exception, Guid providerId);

    [LoggerMessage(LogLevel.Information, "The MCP server of tool provider {ProviderId} is ended.")]
    private partial void LogEnded(Guid providerId);
}
