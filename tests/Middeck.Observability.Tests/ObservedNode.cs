using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Middeck.Core.Live;
using Middeck.Http;
using Middeck.Identity.Access;
using Middeck.Jobs;
using Middeck.Storage;
using Middeck.Storage.Schema;
using Middeck.Testing;

namespace Middeck.Observability.Tests;

/// <summary>One node over real HTTP with the room and those below it; who calls is said by headers.</summary>
internal sealed class ObservedNode : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ObservedNode(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public ILiveEvents Events => Services.GetRequiredService<ILiveEvents>();

    public static async Task<ObservedNode> StartAsync(PostgresFixture postgres, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["database:Connection"] = postgres.ConnectionString,
            ["objects:Path"] = Path.GetTempPath(),
            ["jobs:Enabled"] = "false",
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        if (clock is not null)
        {
            builder.Services.AddSingleton(clock);
        }

        builder.Services.AddHttpFoundation().AddStorage().AddJobs().AddObservability();
        builder.Services.AddSingleton<IResourceAccess, OneHiddenResource>();
        HeaderCaller.AddTo(builder.Services);
        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapObservability();
        app.MapGet("/fails", string () => throw new InvalidOperationException("It broke.\0"));
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        await app.StartAsync();
        return new ObservedNode(app);
    }

    public HttpClient Client(Guid workspace, Guid? user = null, bool admin = false, params string[] permissions)
        => HeaderCaller.Client(_app.Urls.First(), workspace, user, admin, permissions);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
