using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Middeck.Core;
using Middeck.Core.Errors;
using Middeck.Storage.Notifications;
using Middeck.Studio.Configuration;
using Middeck.Studio.Tools.Providers;

namespace Middeck.Studio.Tools.Mcp.SignIn;

/// <summary>
/// Signs in to MCP servers: hands out the page where a person says yes, waits until the browser comes back, on whichever node that is, and
/// reads the tools then.
/// </summary>
internal sealed partial class McpSignIns(
    McpProviders providers,
    OAuthClient client,
    ToolProviderStore store,
    INotificationBus bus,
    TimeProvider clock,
    ILogger<McpSignIns> logger) : IHostedService, IDisposable
{
    private const string Channel = "studio_mcp_sign_in";
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Guid, SignInAttempt> _attempts = new();
    private readonly CancellationTokenSource _stop = new();
    private IDisposable? _returns;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _returns = bus.Subscribe(Channel, payload => Take(JsonSerializer.Deserialize<SignInReturn>(payload, Json.Snake)!));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _stop.CancelAsync();

    public void Dispose()
    {
        _returns?.Dispose();
        _stop.Dispose();
    }

    /// <summary>Begins an attempt; one that was going on is given up.</summary>
    /// <param name="connection">Where to.</param>
    /// <param name="redirect">Where the browser is sent afterwards.</param>
    /// <param name="cancellationToken">Ends the waiting for the page.</param>
    /// <returns>The attempt with its page.</returns>
    /// <exception cref="FaultException"><c>tools.provider_unreachable</c>: the server is not there, or knows no such sign-in.</exception>
    public async Task<SignInAttempt> BeginAsync(ProviderConnection connection, Uri redirect, CancellationToken cancellationToken)
    {
        var attempt = new SignInAttempt();
        _attempts[connection.ProviderId] = attempt;
        _ = Task.Run(() => WorkAsync(attempt, connection, redirect), CancellationToken.None);
        await attempt.Page.WaitAsync(cancellationToken);
        return attempt;
    }

    /// <summary>Tells the node that waits for it with what a browser came back.</summary>
    public Task ReturnAsync(SignInReturn with, CancellationToken cancellationToken)
        => bus.PublishAsync(Channel, JsonSerializer.Serialize(with, Json.Snake), cancellationToken);

    private void Take(SignInReturn with)
    {
        foreach (var attempt in _attempts.Values)
        {
            if (attempt.Take(with))
            {
                return;
            }
        }
    }

    private async Task WorkAsync(SignInAttempt attempt, ProviderConnection connection, Uri redirect)
    {
        try
        {
            var content = await providers.SignInAsync(
                connection, client.ForSignIn(connection, redirect, attempt.AskAsync), _patience, _stop.Token);
            await SaveAsync(connection, content.Tools, null);
            attempt.End(null);
        }
        catch (FaultException ex)
        {
            if (attempt.Page.IsCompleted)
            {
                await SaveAsync(connection, null, ex.Fault.Detail);
            }

            attempt.End(ex);
        }
        catch (Exception ex)
        {
            LogFailed(ex, connection.ProviderId);
            attempt.End(ToolProviderFaults.InvalidServer("The sign-in broke off. Try again.", "server_url"));
        }
        finally
        {
            _attempts.TryRemove(KeyValuePair.Create(connection.ProviderId, attempt));
        }
    }

    private Task SaveAsync(ProviderConnection connection, IReadOnlyList<ProviderTool>? tools, string? problem)
        => store.SaveSignedInAsync(
            connection.WorkspaceId, connection.ProviderId, tools, problem is null || StorableJson.IsStorable(problem) ? problem : "It failed.",
            clock.GetUtcNow(), CancellationToken.None);

    [LoggerMessage(LogLevel.Error, "The sign-in of tool provider {ProviderId} broke off.")]
    private partial void LogFailed(Exception exception, Guid providerId);
}
