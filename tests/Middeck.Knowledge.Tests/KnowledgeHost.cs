using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Middeck.Core.Live;
using Middeck.Core.Security;
using Middeck.Http;
using Middeck.Http.Errors;
using Middeck.Identity.Access;
using Middeck.Identity.Keys;
using Middeck.Identity.Signing;
using Middeck.Identity.Users;
using Middeck.Jobs;
using Middeck.Knowledge.Tests.Fakes;
using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;
using Middeck.Storage;
using Middeck.Storage.Schema;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests;

/// <summary>The room behind real HTTP with real jobs, database and object store.</summary>
public sealed class KnowledgeHost : IAsyncLifetime
{
    private readonly PostgresFixture _postgres = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("middeck-knowledge-").FullName;
    private WebApplication? _app;

    internal RecordingEvents Events { get; } = new();

    internal TestGateway Models { get; } = new();

    internal OpenAccess Access { get; } = new();

    internal IServiceProvider Services => _app!.Services;

    public async Task InitializeAsync()
    {
        await _postgres.InitializeAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["database:connection"] = _postgres.ConnectionString,
            ["objects:path"] = _folder,
            ["secrets:keyfile"] = Path.Combine(_folder, "master"),
            ["knowledge:MaxUploadBytes"] = "2000000",
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        HeaderCaller.AddTo(builder.Services);
        builder.Services.AddHttpFoundation().AddStorage().AddJobs().AddKnowledge();
        builder.Services.AddSingleton<ILiveEvents>(Events);
        builder.Services.AddSingleton<IModelGateway>(Models);
        builder.Services.AddSingleton<IResourceAccess>(Access);
        builder.Services.AddSingleton<IAccessLists>(Access);
        builder.Services.AddSingleton<IPeople>(new NamedPeople());
        builder.Services.AddSingleton<IModelDirectory>(new ListedModels());
        builder.Services.AddSingleton<IApiKeys>(new RecordingKeys());
        builder.Services.AddSingleton<IUrlSigner>(new PlainSigner());

        _app = builder.Build();
        _app.UseExceptionHandler();
        _app.UseRoutingFaults();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.MapKnowledge();
        await _app.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Waits until a job has succeeded.</summary>
    internal async Task JobAsync(Guid workspace, Guid id)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var jobs = Services.GetRequiredService<IJobQueue>();
        while (await timer.WaitForNextTickAsync(timeout.Token))
        {
            var job = await jobs.FindAsync(workspace, id, timeout.Token);
            Assert.NotEqual(JobState.Failed, job!.State);
            if (job.State == JobState.Succeeded)
            {
                return;
            }
        }
    }

    /// <summary>A client in a workspace, with all knowledge permissions unless others are named.</summary>
    internal HttpClient Client(Guid workspace, params string[] permissions)
        => HeaderCaller.Client(
            _app!.Urls.Single(),
            workspace,
            user: null,
            admin: false,
            permissions.Length > 0 ? permissions : [.. Permissions.All.Keys.Where(name => name.StartsWith("knowledge.", StringComparison.Ordinal))]);
}
