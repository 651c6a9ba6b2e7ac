using Microsoft.Extensions.AI;
using Middeck.Core.Errors;
using Middeck.Models.Catalogue;
using Middeck.Models.Transports;
using Middeck.Models.Upstream;

namespace Middeck.Models.Providers;

/// <summary>Tries a provider out: it is asked for its models, and where it lists none (FastGPT), for one word.</summary>
internal sealed class ProviderProbe(TransportTable transports, TimeProvider clock)
{
    // Somebody sits in front of the screen and waits.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public async Task<ProviderTest> TestAsync(
        ProviderConnection connection, string? chatModel, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        try
        {
            var models = await WithinAsync(
                token => AskAsync(transports.Of(connection.Kind), connection, chatModel, token), cancellationToken);
            return new ProviderTest(
                true,
                Elapsed(started),
                models.Count == 0
                    ? "The provider answers; it lists no models."
                    : $"The provider answers and lists {models.Count} models.",
                200,
                models);
        }
        catch (FaultException ex)
        {
            var words = ex.Fault.Extensions?.GetValueOrDefault(UpstreamFaults.MessageFact) as string;
            var status = ex.Fault.Extensions?.GetValueOrDefault(UpstreamFaults.StatusFact) as int?;
            return new ProviderTest(
                false, Elapsed(started), status is not null && words is { Length: > 0 } ? words : ex.Fault.Detail, status, []);
        }
    }

    /// <exception cref="FaultException"><c>models.upstream_*</c>.</exception>
    public Task<IReadOnlyList<DiscoveredModel>> DiscoverAsync(
        ProviderConnection connection, CancellationToken cancellationToken)
        => WithinAsync(token => ListAsync(transports.Of(connection.Kind), connection, token), cancellationToken);

    private static async Task<IReadOnlyList<DiscoveredModel>> AskAsync(
        IProviderTransport transport, ProviderConnection connection, string? chatModel, CancellationToken cancellationToken)
    {
        try
        {
            return await ListAsync(transport, connection, cancellationToken);
        }
        catch (FaultException ex) when (chatModel is not null
            && ex.Fault.Extensions?.GetValueOrDefault(UpstreamFaults.StatusFact) is 404 or 405)
        {
            using var chat = transport.Chat(connection, chatModel);
            await chat.GetResponseAsync("ping", new ChatOptions { MaxOutputTokens = 1 }, cancellationToken);
            return [];
        }
    }

    private static async Task<IReadOnlyList<DiscoveredModel>> ListAsync(
        IProviderTransport transport, ProviderConnection connection, CancellationToken cancellationToken)
        => [.. (await transport.DiscoverAsync(connection, cancellationToken))
            .Select(model => new DiscoveredModel(model.Name, model.Type))];

    private async Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await ask(both.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new FaultException(new Fault(
                FaultKind.Timeout, UpstreamFaults.TimedOut, $"The provider did not answer within {Limit.TotalSeconds:0} seconds."));
        }
    }

    private int Elapsed(long started) => (int)clock.GetElapsedTime(started).TotalMilliseconds;
}
