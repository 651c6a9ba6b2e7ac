using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Middeck.Http;
using Middeck.Http.Configuration;
using Middeck.Knowledge.Backends;
using Middeck.Knowledge.Retrieval;
using Middeck.Storage.Sql;
using Npgsql;

namespace Middeck.Knowledge.Tests.Backends;

/// <summary>The stores as a node makes them from its configuration.</summary>
internal sealed class BackendNode : IDisposable
{
    private readonly ServiceProvider _services;

    public BackendNode(Dictionary<string, string?> settings, TimeProvider? clock = null, NpgsqlDataSource? database = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddLogging().AddHttpFoundation().AddRoomOptions<SearchOptions>(SearchOptions.Section);
        services.AddBackends();
        services.Replace(ServiceDescriptor.Singleton(clock ?? TimeProvider.System));
        if (database is not null)
        {
            services.AddSingleton(new Database(database));
        }

        _services = services.BuildServiceProvider();
    }

    public IVectorStore Vectors => _services.GetRequiredService<IVectorStore>();

    public ITextStore Texts => _services.GetRequiredService<ITextStore>();

    public async Task<HealthReportEntry> HealthAsync()
        => (await _services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["search_backends"];

    public void Dispose() => _services.Dispose();
}
