using Microsoft.Extensions.Diagnostics.HealthChecks;
using Middeck.Knowledge.Tests.Backends.Servers;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Backends;

public sealed class BackendHealthTests : IAsyncLifetime
{
    private const string Secret = "a-secret-of-the-operator";

    private readonly WeaviateServer _weaviate = new();
    private readonly QdrantServer _qdrant = new();
    private readonly OpenSearchServer _openSearch = new();
    private readonly FailingServer _failing = new();
    private readonly FakeClock _clock = new();

    public async Task InitializeAsync()
    {
        await _weaviate.InitializeAsync();
        await _qdrant.InitializeAsync();
        await _openSearch.InitializeAsync();
        await _failing.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _weaviate.DisposeAsync();
        await _qdrant.DisposeAsync();
        await _openSearch.DisposeAsync();
        await _failing.DisposeAsync();
    }

    [Fact]
    public async Task Products_that_answer_are_well()
    {
        using var weaviate = Weaviate(_weaviate.Url, WeaviateServer.ApiKey);
        using var both = QdrantAndOpenSearch(QdrantServer.ApiKey, OpenSearchServer.Password);

        Assert.Equal((HealthStatus.Healthy, null), await AskAsync(weaviate));
        Assert.Equal((HealthStatus.Healthy, null), await AskAsync(both));
    }

    [Fact]
    public async Task Without_products_there_is_nothing_to_be_ill()
    {
        using var node = new BackendNode([]);

        Assert.Equal((HealthStatus.Healthy, null), await AskAsync(node));
    }

    [Fact]
    public async Task Refused_credentials_degrade_it_and_only_the_host_is_named()
    {
        using var weaviate = Weaviate(_weaviate.Url, Secret);
        using var both = QdrantAndOpenSearch(Secret, Secret);

        Assert.Equal((HealthStatus.Degraded, Refuses("Weaviate")), await AskAsync(weaviate));
        Assert.Equal((HealthStatus.Degraded, $"{Refuses("Qdrant")} {Refuses("OpenSearch")}"), await AskAsync(both));
    }

    [Fact]
    public async Task A_product_that_is_gone_degrades_it()
    {
        using var node = Weaviate(_weaviate.Url, WeaviateServer.ApiKey, new ImpatientClock());
        await _weaviate.DisposeAsync();

        Assert.Equal(
            (HealthStatus.Degraded, "Weaviate at 127.0.0.1 cannot be reached. Look at search.weaviate of the configuration."),
            await AskAsync(node));
    }

    [Fact]
    public async Task A_product_that_hangs_degrades_it_in_seconds()
    {
        var arrived = new TaskCompletionSource();
        _failing.Answer = async context =>
        {
            arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        using var node = Weaviate(_failing.Url, Secret, _clock);

        var asking = AskAsync(node);
        await arrived.Task;
        _clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(
            (HealthStatus.Degraded, "Weaviate at 127.0.0.1 does not answer. Look at search.weaviate of the configuration."),
            await asking);
    }

    [Fact]
    public async Task The_product_is_asked_at_most_twice_a_minute()
    {
        _failing.Answer = FailingServer.With(200, "{}");
        using var node = Weaviate(_failing.Url, Secret, _clock);

        await AskAsync(node);
        await AskAsync(node);
        Assert.Single(_failing.Requests);

        _clock.Advance(TimeSpan.FromSeconds(31));
        await AskAsync(node);
        Assert.Equal(["GET /v1/meta", "GET /v1/meta"], _failing.Requests);
    }

    private static string Refuses(string product)
        => $"{product} at 127.0.0.1 refuses what it is asked. Look at search.{product.ToLowerInvariant()} of the configuration.";

    private static async Task<(HealthStatus Status, string? Message)> AskAsync(BackendNode node)
    {
        var entry = await node.HealthAsync();
        return (entry.Status, entry.Description);
    }

    private static BackendNode Weaviate(string url, string key, TimeProvider? clock = null) => new(
        new()
        {
            ["search:VectorBackend"] = "weaviate",
            ["search:Weaviate:Url"] = url,
            ["search:Weaviate:ApiKey"] = key,
        },
        clock);

    private BackendNode QdrantAndOpenSearch(string key, string password) => new(new()
    {
        ["search:VectorBackend"] = "qdrant",
        ["search:Qdrant:Url"] = _qdrant.Url,
        ["search:Qdrant:ApiKey"] = key,
        ["search:TextBackend"] = "opensearch",
        ["search:Opensearch:Url"] = _openSearch.Url,
        ["search:Opensearch:Username"] = OpenSearchServer.Username,
        ["search:Opensearch:Password"] = password,
    });
}
