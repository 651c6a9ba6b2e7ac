using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Middeck.ScriptedModel;
using Middeck.Server;
using Xunit;

namespace Middeck.Testing.Hosting;

/// <summary>
/// The whole platform on a real port with a real PostgreSQL database and a scripted model beside it; one per test class.
/// </summary>
public sealed class MiddeckHost : IAsyncLifetime
{
    /// <summary>The first administrator's e-mail.</summary>
    public const string AdminEmail = "admin@example.com";

    /// <summary>The first administrator's password.</summary>
    public const string AdminPassword = "correct-horse-7-battery";

    private readonly PostgresFixture _postgres = new();
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("middeck-host-");
    private WebApplication? _app;

    /// <summary>The model server that tests script.</summary>
    public ScriptedModelServer Model { get; private set; } = null!;

    /// <summary>Where the platform listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The platform's own services, to look behind the curtain.</summary>
    public IServiceProvider Services => _app!.Services;

    /// <summary>The database of this host.</summary>
    public PostgresFixture Postgres => _postgres;

    /// <summary>Where a generated password is kept until it is changed.</summary>
    public string InitialPasswordFile => Path.Combine(_home.FullName, "initial-admin-password");

    /// <summary>Changes of the configuration, set before the first test (in a subclass's or fixture's constructor).</summary>
    public Dictionary<string, string?> Configuration { get; } = [];

    /// <summary>A client without a credential.</summary>
    public MiddeckClient Anonymous() => new(Http());

    /// <summary>A client with a key or an access token.</summary>
    public MiddeckClient With(string token, Guid? workspaceId = null)
    {
        var http = Http();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        if (workspaceId is { } id)
        {
            http.DefaultRequestHeaders.Add("X-Workspace-Id", id.ToString());
        }

        return new MiddeckClient(http);
    }

    /// <summary>Signs in and works in the given workspace, or the person's default one.</summary>
    public async Task<MiddeckClient> SignInAsync(
        string email = AdminEmail, string password = AdminPassword, Guid? workspaceId = null)
    {
        using var anonymous = Anonymous();
        var answer = await anonymous.PostAsync("/api/v1/auth/login", new { email, password });
        return With(answer.GetProperty("access_token").GetString()!, workspaceId);
    }

    /// <summary>Makes a workspace with one member of each role that is asked for; answers their clients.</summary>
    public async Task<TestWorkspace> CreateWorkspaceAsync(string name, params string[] roles)
    {
        using var admin = await SignInAsync();
        var workspace = await admin.PostAsync("/api/v1/workspaces", new { name }, 201);
        var id = workspace.GetProperty("id").GetGuid();
        var members = new Dictionary<string, MiddeckClient>();
        foreach (var role in roles)
        {
            var email = $"{role}.{Guid.CreateVersion7():N}@example.com";
            var invitation = await admin.PostAsync($"/api/v1/workspaces/{id}/invitations", new { email, role }, 201);
            using var anonymous = Anonymous();
            var answer = await anonymous.PostAsync(
                $"/api/v1/invitations/{invitation.GetProperty("token").GetString()}/accept",
                new { name = role, email, password = "another-good-pass-9" });
            members[role] = With(answer.GetProperty("access_token").GetString()!, id);
        }

        return new TestWorkspace(id, await SignInAsync(workspaceId: id), members);
    }

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        await _postgres.InitializeAsync();
        Model = await ScriptedModelServer.StartAsync();
        var settings = new Dictionary<string, string?>
        {
            ["server:port"] = "0",
            ["server:home"] = _home.FullName,
            ["database:connection"] = _postgres.ConnectionString,
            ["objects:path"] = Path.Combine(_home.FullName, "objects"),
            ["secrets:keyfile"] = Path.Combine(_home.FullName, "keys", "master"),
            ["identity:adminemail"] = AdminEmail,
            ["identity:adminpassword"] = AdminPassword,
            ["identity:initialpasswordfile"] = InitialPasswordFile,
            // The browser tests want the built console; the others do not mind that it is not there.
            ["server:consolefolder"] = Path.Combine(Repository.Root, "artifacts", "console"),
        };
        foreach (var (key, value) in Configuration)
        {
            settings[key] = value;
        }

        _app = await MiddeckServer.StartAsync(
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), CancellationToken.None);
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features
            .Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        await Model.DisposeAsync();
        await _postgres.DisposeAsync();
        _home.Delete(recursive: true);
    }

    private HttpClient Http() => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }, disposeHandler: true)
    {
        BaseAddress = Address,
    };
}
