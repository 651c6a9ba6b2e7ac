using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Middeck.Knowledge.Backends.Http;
using Middeck.Knowledge.Backends.Memory;
using Middeck.Knowledge.Backends.OpenSearch;
using Middeck.Knowledge.Backends.Postgres;
using Middeck.Knowledge.Backends.Qdrant;
using Middeck.Knowledge.Backends.Weaviate;
using Middeck.Knowledge.Retrieval;
using Middeck.Storage;
using Middeck.Storage.Sql;
using Npgsql;

namespace Middeck.Knowledge.Backends;

/// <summary>Makes the stores that the configuration chose. Nothing is connected or loaded before the first call.</summary>
internal static class BackendRegistration
{
    public static IServiceCollection AddBackends(this IServiceCollection services)
    {
        services.AddSingleton(VectorStore);
        services.AddSingleton(TextStore);
        services.AddSingleton(HealthCheck);
        services.AddHealthChecks().AddCheck<BackendHealthCheck>("search_backends");
        return services;
    }

    private static IVectorStore VectorStore(IServiceProvider services)
    {
        var options = Options(services);
        return options.VectorBackend switch
        {
            VectorBackend.Pgvector => Pgvector(services, options),
            VectorBackend.Weaviate => new WeaviateStore(Client(services, WeaviateAddress.Of(options))),
            VectorBackend.Qdrant => new QdrantStore(Client(services, QdrantAddress.Of(options))),
            _ => new MemoryVectorStore(),
        };
    }

    private static ITextStore TextStore(IServiceProvider services)
    {
        var options = Options(services);
        return options.TextBackend == TextBackend.Opensearch
            ? new OpenSearchStore(Client(services, OpenSearchAddress.Of(options)))
            : new MemoryTextStore();
    }

    private static BackendHealthCheck HealthCheck(IServiceProvider services)
    {
        var options = Options(services);
        BackendAddress?[] addresses =
        [
            options.VectorBackend switch
            {
                VectorBackend.Weaviate => WeaviateAddress.Of(options),
                VectorBackend.Qdrant => QdrantAddress.Of(options),
                _ => null,
            },
            options.TextBackend == TextBackend.Opensearch ? OpenSearchAddress.Of(options) : null,
        ];
        IReadOnlyList<BackendProbe> probes =
        [
            .. addresses.OfType<BackendAddress>().Select(address => new BackendProbe(
                address, Client(services, address), services.GetRequiredService<TimeProvider>())),
        ];
        return ActivatorUtilities.CreateInstance<BackendHealthCheck>(services, probes);
    }

    private static PgVectorStore Pgvector(IServiceProvider services, SearchOptions options)
    {
        var timeout = TimeSpan.FromSeconds(options.BackendTimeout);
        return options.Pgvector.Connection is { Length: > 0 } connection
            ? new PgVectorStore(NpgsqlDataSource.Create(PostgresUrl.ToConnectionString(connection)), ownsSource: true, timeout)
            : new PgVectorStore(services.GetRequiredService<Database>().Source, ownsSource: false, timeout);
    }

    private static SearchOptions Options(IServiceProvider services)
        => services.GetRequiredService<IOptions<SearchOptions>>().Value;

    private static BackendClient Client(IServiceProvider services, BackendAddress address)
        => ActivatorUtilities.CreateInstance<BackendClient>(services, address);
}
