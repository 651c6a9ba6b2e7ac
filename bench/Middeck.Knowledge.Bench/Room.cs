using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Middeck.Core.Live;
using Middeck.Core.Security;
using Middeck.Http;
using Middeck.Identity.Access;
using Middeck.Identity.Keys;
using Middeck.Identity.Users;
using Middeck.Identity.Signing;
using Middeck.Jobs;
using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;
using Middeck.Storage;
using Middeck.Storage.Schema;
using Middeck.Testing;

namespace Middeck.Knowledge.Bench;

/// <summary>The room behind HTTP with a database, jobs and an object store of its own.</summary>
internal sealed class Room : IAsyncDisposable
{
    private const string Bases = "/api/v1/knowledge-bases";

    private readonly PostgresFixture _postgres = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("middeck-bench-");
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    public Guid Workspace { get; } = Guid.CreateVersion7();

    public IServiceProvider Services => _app.Services;

    /// <param name="settings">Besides where the database and the objects are.</param>
    public static async Task<Room> StartAsync(params (string Key, string Value)[] settings)
    {
        var room = new Room();
        await room._postgres.InitializeAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["database:connection"] = room._postgres.ConnectionString,
            ["objects:path"] = room._folder.FullName,
        });
        builder.Configuration.AddInMemoryCollection(
            settings.Select(static setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        HeaderCaller.AddTo(builder.Services);
        builder.Services.AddHttpFoundation().AddStorage().AddJobs().AddKnowledge();
        builder.Services.AddSingleton<ILiveEvents, NoWatchers>();
        builder.Services.AddSingleton<IModelGateway, BuiltinGateway>();
        builder.Services.AddSingleton<IModelDirectory, NoModels>();
        builder.Services.AddSingleton<IResourceAccess, OneOwner>();
        builder.Services.AddSingleton<IUrlSigner, OneOwner>();
        builder.Services.AddSingleton<IApiKeys, NoKeys>();
        builder.Services.AddSingleton<IPeople, NoPeople>();
        room._app = builder.Build();
        room._app.UseExceptionHandler();
        room._app.UseAuthentication();
        room._app.UseAuthorization();
        room._app.MapKnowledge();
        await room._app.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        await room._app.StartAsync();
        room._http = HeaderCaller.Client(
            room._app.Urls.Single(), room.Workspace, user: null, admin: false, [.. Permissions.All.Keys]);
        return room;
    }

    public async Task<string> CreateBaseAsync()
    {
        using var answer = await _http.PostAsJsonAsync(Bases, new { name = "bench" });
        answer.EnsureSuccessStatusCode();
        return $"{Bases}/{(await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid()}";
    }

    public async Task UploadAsync(string path, string name, Stream content)
    {
        using var form = new MultipartFormDataContent { { new StreamContent(content), "file", name } };
        using var answer = await _http.PostAsync($"{path}/documents", form);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        }
    }

    /// <summary>Waits until nothing is being worked on.</summary>
    /// <returns>How many chunks there are.</returns>
    public async Task<long> UntilDoneAsync(string path)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await timer.WaitForNextTickAsync())
        {
            var state = await _http.GetFromJsonAsync<JsonElement>(path);
            if (state.GetProperty("failed_count").GetInt64() > 0)
            {
                throw new InvalidOperationException(await _http.GetStringAsync($"{path}/documents?status=error&limit=1"));
            }

            if (state.GetProperty("processing_count").GetInt64() == 0)
            {
                return state.GetProperty("chunk_count").GetInt64();
            }
        }

        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _postgres.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
