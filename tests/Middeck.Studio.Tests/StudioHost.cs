using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Middeck.Core.Errors;
using Middeck.Core.Live;
using Middeck.Core.Security;
using Middeck.Http;
using Middeck.Http.Errors;
using Middeck.Http.Outbound;
using Middeck.Http.Security;
using Middeck.Identity;
using Middeck.Identity.Access;
using Middeck.Identity.Keys;
using Middeck.Identity.Signing;
using Middeck.Identity.Users;
using Middeck.Jobs;
using Middeck.Knowledge;
using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;
using Middeck.Sandbox;
using Middeck.Storage.Notifications;
using Middeck.Storage.Schema;
using Middeck.Storage.Secrets;
using Middeck.Storage.Sql;
using Middeck.Studio.Answering;
using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;

namespace Middeck.Studio.Tests;

/// <summary>
/// The room by itself on a real server and a real database, between small stand-ins for its neighbours. People are named by
/// the headers <c>X-User</c> and <c>X-Workspace</c>, apps by their keys.
/// </summary>
internal sealed class StudioHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private readonly string _folder;

    private StudioHost(WebApplication app, FakeClock clock, string folder)
        => (_app, Clock, _folder) = (app, clock, folder);

    public FakeClock Clock { get; }

    public ScriptedModels Models => Get<ScriptedModels>();

    public FixedKnowledge Knowledge => Get<FixedKnowledge>();

    public OpenAccess Access => Get<OpenAccess>();

    public RecordedEvents Events => Get<RecordedEvents>();

    public RecordedErrors Errors => Get<RecordedErrors>();

    public HeldJobs Jobs => Get<HeldJobs>();

    public PlainDocuments Documents => Get<PlainDocuments>();

    public Database Database => Get<Database>();

    public HttpClient Client { get; private set; } = null!;

    public static async Task<StudioHost> StartAsync(
        PostgresFixture postgres, FakeClock clock, LocalBus? bus = null, Action<StudioOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var services = builder.Services;
        services.AddSingleton<TimeProvider>(clock);
        services.AddHttpFoundation();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddSingleton(new Database(postgres.Source));
        services.AddSingleton<INotificationBus>(bus ?? new LocalBus());
        var folder = Directory.CreateTempSubdirectory("middeck-studio-").FullName;
        services.AddFolderObjects(folder);
        AddFake<IModelGateway, ScriptedModels>(services);
        services.AddSingleton<IModelDirectory>(provider => provider.GetRequiredService<ScriptedModels>());
        AddFake<IKnowledgeSearch, FixedKnowledge>(services);
        AddFake<IResourceLookup, KnownBases>(services);
        AddFake<IPeople, KnownPeople>(services);
        AddFake<IResourceAccess, OpenAccess>(services);
        AddFake<IApiKeys, MemoryKeys>(services);
        AddFake<ILiveEvents, RecordedEvents>(services);
        AddFake<IDocumentText, PlainDocuments>(services);
        services.AddSingleton<IUrlSigner, PlainSigner>();
        AddFake<IErrorSink, RecordedErrors>(services);
        AddFake<IJobQueue, HeldJobs>(services);
        services.AddSingleton<ISecretVault, SealedVault>();
        services.AddSingleton<IModelModeration, WordModeration>();
        AddFake<IModelSpeech, EchoSpeech>(services);
        AddFake<IModelImages, PointPainter>(services);
        services.AddAuthentication();
        services.AddAuthorizationBuilder().AddPolicy(PermissionEndpoints.Policy, policy => policy.RequireAssertion(_ => true));
        // Stands for an intranet that the operator has allowed; 127.0.0.1 is the same machine and is not.
        services.Configure<OutboundOptions>(options => options.PrivateHosts = ["localhost"]);
        services.Configure<IdentityOptions>(options => options.PublicUrl = "https://ai.example.com/");
        services.AddSandbox();
        services.AddStudio();
        AddFake<IAftermath, LastAftermath>(services);
        if (configure is not null)
        {
            services.Configure(configure);
        }

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseRoutingFaults();
        app.UseRouting();
        app.Use(AuthenticateAsync);
        app.UseAuthorization();
        app.MapStudio();
        await postgres.MigrateAsync([.. app.Services.GetServices<MigrationSet>()]);
        await app.StartAsync();
        return new StudioHost(app, clock, folder)
        {
            Client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(app.Urls.Single()) },
        };
    }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Waits until all that follows the next answer is done.</summary>
    public Task FollowedAsync() => Get<LastAftermath>().WaitAsync();

    /// <summary>Ends the process as a kill would: no drain, nothing is written.</summary>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Ends the process in the orderly way.</summary>
    public Task StopAsync() => _app.StopAsync();

    private static void AddFake<TService, TFake>(IServiceCollection services)
        where TService : class where TFake : class, TService
    {
        services.AddSingleton<TFake>();
        services.AddSingleton<TService>(provider => provider.GetRequiredService<TFake>());
    }

    private static async Task AuthenticateAsync(HttpContext context, RequestDelegate next)
    {
        if (Find(context) is { } caller)
        {
            context.RequestServices.GetRequiredService<CallerContext>().Caller = caller;
        }
        else if (context.GetEndpoint()?.Metadata.GetMetadata<PermissionMetadata>() is not null)
        {
            await context.RequestServices.GetRequiredService<ErrorResponder>().WriteAsync(
                context, Fault.Unauthenticated("auth.required", "Show a key."), context.RequestAborted);
            return;
        }

        await next(context);
    }

    private static Caller? Find(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        if (authorization.StartsWith("Bearer app-", StringComparison.Ordinal))
        {
            return context.RequestServices.GetRequiredService<MemoryKeys>().Authenticate(authorization[7..]);
        }

        return Guid.TryParse(context.Request.Headers["X-User"], out var user)
            ? new Caller
            {
                Kind = CallerKind.User,
                UserId = user,
                WorkspaceId = Guid.Parse(context.Request.Headers["X-Workspace"].ToString()),
                IsInstallationAdmin = context.Request.Headers.ContainsKey("X-Admin"),
                Permissions = context.Request.Headers.ContainsKey("X-Viewer")
                    ? new HashSet<string> { Permissions.Apps.Use, Permissions.Apps.Read }
                    : Permissions.All.Keys.ToHashSet(),
            }
            : null;
    }
}
