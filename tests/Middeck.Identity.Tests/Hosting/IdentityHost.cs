using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Middeck.Http;
using Middeck.Identity.Access;
using Middeck.Jobs;
using Middeck.Storage;
using Middeck.Storage.Schema;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Identity.Tests.Hosting;

/// <summary>A real server on a real database with this room and the ones below it, and a few endpoints to try permissions on.</summary>
public sealed class IdentityHost : IAsyncLifetime
{
    public const string AdminEmail = "admin@middeck.local";
    public const string AdminPassword = "correct horse 42";

    private readonly PostgresFixture _postgres = new();
    private readonly string _home = Directory.CreateTempSubdirectory("middeck-identity-").FullName;
    private WebApplication? _app;
    private int _people;

    public FakeClock Clock { get; } = new();

    public IServiceProvider Services => _app!.Services;

    public Database Database => Services.GetRequiredService<Database>();

    public Uri Address => new(_app!.Urls.Single());

    public async Task InitializeAsync()
    {
        await _postgres.InitializeAsync();
        _app = Build(new Dictionary<string, string?>());
        await _app.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        await _app.Services.BootstrapIdentityAsync(CancellationToken.None);
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _app!.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    /// <summary>Another node, or the same one with other settings, on the same database. Not started.</summary>
    public WebApplication Build(Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["database:connection"] = _postgres.ConnectionString,
            ["secrets:keyfile"] = Path.Combine(_home, "master"),
            ["objects:path"] = Path.Combine(_home, "objects"),
            ["identity:adminemail"] = AdminEmail,
            ["identity:adminpassword"] = AdminPassword,
            ["identity:signinsperminute"] = "100000",
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddHttpFoundation();
        builder.Services.AddStorage();
        builder.Services.AddJobs();
        builder.Services.AddIdentity();
        builder.Services.AddSingleton<IResourceLookup, KnownApps>();
        // The cost of a hash is what makes it safe and these tests slow.
        builder.Services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 1000);
        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseRouting();
        app.UseIdentity();
        app.MapIdentity();
        app.MapProbes();
        return app;
    }

    /// <summary>A client that sends nothing of its own: no cookies, no token.</summary>
    public ApiClient Anonymous() => new(new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = Address });

    public async Task<ApiClient> LoginAsync(string email = AdminEmail, string password = AdminPassword)
    {
        var client = Anonymous();
        var answer = await client.PostAsync("/api/v1/auth/login", new { email, password });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return client.With(answer.Text("access_token"), answer.Text("refresh_token"));
    }

    /// <summary>A workspace of its own for one test, with the administrator as owner.</summary>
    public async Task<(ApiClient Owner, Guid WorkspaceId)> NewWorkspaceAsync(string name = "Team")
    {
        var owner = await LoginAsync();
        var created = await owner.PostAsync("/api/v1/workspaces", new { name });
        Assert.Equal(HttpStatusCode.Created, created.Status);
        var id = created.Id();
        return (owner.In(id), id);
    }

    /// <summary>Somebody new with that role in the workspace, signed in and working there.</summary>
    public async Task<Person> NewPersonAsync(ApiClient owner, Guid workspaceId, string role)
    {
        var email = $"person{Interlocked.Increment(ref _people)}@example.com";
        var invited = await owner.PostAsync($"/api/v1/workspaces/{workspaceId}/invitations", new { email, role });
        Assert.Equal(HttpStatusCode.Created, invited.Status);
        var accepted = await Anonymous().PostAsync(
            $"/api/v1/invitations/{invited.Text("token")}/accept",
            new { name = "Somebody", password = Person.Password });
        Assert.Equal(HttpStatusCode.OK, accepted.Status);
        var client = Anonymous().With(accepted.Text("access_token"), accepted.Text("refresh_token")).In(workspaceId);
        return new Person(accepted.Body.GetProperty("user").GetProperty("id").GetGuid(), email, client);
    }
}
