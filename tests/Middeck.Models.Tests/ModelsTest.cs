using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http;
using Middeck.Models.Gateway;
using Middeck.Models.Providers;
using Middeck.Models.Usage;
using Middeck.ScriptedModel;
using Middeck.Storage;
using Middeck.Storage.Schema;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Models.Tests;

/// <summary>The whole room on a real database, with a scripted model behind a real port. Each test has a workspace of its own.</summary>
public abstract class ModelsTest(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private const string MasterKey = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private IHost? _host;

    protected Guid Workspace { get; } = Ids.New(TimeProvider.System);

    protected ScriptedModelServer Upstream { get; private set; } = null!;

    protected LogMemory Log { get; } = new();

    protected IServiceProvider Services => _host!.Services;

    protected IModelGateway Gateway => Services.GetRequiredService<IModelGateway>();

    protected Database Database => Services.GetRequiredService<Database>();

    internal ProviderService Providers => Services.GetRequiredService<ProviderService>();

    protected ModelCaller Call => new(Workspace, "api");

    protected Caller Admin => new() { WorkspaceId = Workspace, IsInstallationAdmin = true };

    protected Caller Editor => new() { WorkspaceId = Workspace };

    /// <summary>The clock of the room; the real one unless a test needs to move it.</summary>
    protected virtual TimeProvider Clock => TimeProvider.System;

    protected virtual Dictionary<string, string?> Settings => [];

    public virtual async Task InitializeAsync()
    {
        Upstream = await ScriptedModelServer.StartAsync();
        _host = await StartHostAsync();
    }

    public virtual async Task DisposeAsync()
    {
        await StopAsync(_host!);
        await Upstream.DisposeAsync();
    }

    /// <summary>Another node of the same installation.</summary>
    protected async Task<IHost> StartHostAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log);
        AddRooms(builder.Configuration, builder.Services);
        var host = builder.Build();
        await host.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        await host.StartAsync();
        return host;
    }

    /// <summary>Registers the room and what lies below it, on this class's database.</summary>
    protected void AddRooms(IConfigurationBuilder configuration, IServiceCollection services)
    {
        configuration.AddInMemoryCollection(new Dictionary<string, string?>(Settings)
        {
            ["database:Connection"] = postgres.ConnectionString,
            ["secrets:Key"] = MasterKey,
            ["objects:Path"] = Path.GetTempPath(),
        });
        services.AddSingleton(Clock);
        services.AddMetrics();
        services.AddHttpFoundation();
        services.AddStorage();
        services.AddModels();
    }

    protected static async Task StopAsync(IHost host)
    {
        await host.StopAsync();
        host.Dispose();
    }

    /// <summary>Adds the scripted server as a provider; without models any name may be called.</summary>
    protected Task<Provider> GivenProviderAsync(
        string name = "mock",
        Caller? by = null,
        string? baseUrl = null,
        string? key = ScriptedModelServer.ApiKey,
        IReadOnlyList<ProviderModelInput>? models = null)
        => Providers.CreateAsync(
            by ?? Admin,
            new CreateProvider(name, "openai", baseUrl ?? Upstream.BaseUrl, key, models),
            new AuditTrail(),
            CancellationToken.None);

    protected async Task<IReadOnlyList<ChatResponseUpdate>> AskAsync(
        string model, string question = "How long is the annual leave?", CancellationToken cancellationToken = default)
    {
        using var client = await Gateway.ChatAsync(Call, model, cancellationToken);
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in client.GetStreamingResponseAsync(question, options: null, cancellationToken))
        {
            updates.Add(update);
        }

        return updates;
    }

    /// <summary>Asks and expects to be refused.</summary>
    protected async Task<Fault> RefusalAsync(string model)
        => (await Assert.ThrowsAsync<FaultException>(() => AskAsync(model))).Fault;

    internal async Task<UsageCall> TheCallAsync() => Assert.Single(await CallsAsync());

    internal Task<List<UsageCall>> CallsAsync()
        => Services.GetRequiredService<UsageStore>().PageAsync(Workspace, new PageRequest(100, null), CancellationToken.None);

    /// <summary>A port of this machine where nobody listens.</summary>
    protected static int UnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
