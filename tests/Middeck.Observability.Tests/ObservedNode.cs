using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Middeck.Core.Live;
using Middeck.Http;
using Middeck.Http.Security;
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
        builder.Services.AddAuthentication(HeaderCaller.Name)
            .AddScheme<AuthenticationSchemeOptions, HeaderCaller>(HeaderCaller.Name, null);
        builder.Services.AddAuthorization(options => options.AddPolicy(
            PermissionEndpoints.Policy, policy => policy.RequireAssertion(HeaderCaller.Holds)));
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
    {
#pragma warning disable RS0030 // A test's own client, to a server of its own.
        var client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()), Timeout = Timeout.InfiniteTimeSpan };
#pragma warning restore RS0030
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            HeaderCaller.Name, HeaderCaller.Write(workspace, user, admin, permissions));
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
