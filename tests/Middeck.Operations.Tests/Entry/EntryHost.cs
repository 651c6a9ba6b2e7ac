using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Http;
using Middeck.Http.Configuration;
using Middeck.Operations.Configuration;
using Middeck.Operations.Entry;
using Middeck.Operations.Entry.Listening;
using Middeck.Operations.Entry.Proxy;
using Middeck.Testing;

namespace Middeck.Operations.Tests.Entry;

/// <summary>The entry on real ports, with a platform behind it that answers "platform" and the address that it sees.</summary>
internal sealed class EntryHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ChangingCatalogue _catalogue;

    private EntryHost(WebApplication app, ChangingCatalogue catalogue, FakeClock clock)
        => (_app, _catalogue, Clock) = (app, catalogue, clock);

    public FakeClock Clock { get; }

    public IServiceProvider Services => _app.Services;

    public Uri Address => new(_app.Urls.First(url => url.StartsWith("http:", StringComparison.Ordinal)));

    public Uri TlsAddress => new(_app.Urls.First(url => url.StartsWith("https:", StringComparison.Ordinal)));

    public static async Task<EntryHost> StartAsync(
        ChangingCatalogue catalogue,
        Dictionary<string, string?>? settings = null,
        Action<IApplicationBuilder>? platform = null)
    {
        var values = new Dictionary<string, string?> { ["server:port"] = "0", ["entry:tlsport"] = "0" };
        foreach (var (key, value) in settings ?? [])
        {
            values[key] = value;
        }

        var clock = new FakeClock(TimeProvider.System.GetUtcNow());
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(values);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IEntryCatalogue>(catalogue);
        builder.Services.AddRoomOptions<ServerOptions>(ServerOptions.Section);
        builder.Services.AddHttpFoundation();
        builder.Services.AddEntry();
        builder.WebHost.ConfigureEntry(
            builder.Configuration.GetSection("server").Get<ServerOptions>()!,
            builder.Configuration.GetSection("entry").Get<EntryOptions>()!);
        var app = builder.Build();
        app.UseEntry();
        platform?.Invoke(app);
        app.Run(context => context.Response.WriteAsync($"platform {context.Connection.RemoteIpAddress} {context.Request.Scheme}"));
        await app.StartAsync();
        return new EntryHost(app, catalogue, clock);
    }

    /// <summary>A client that keeps no cookies and follows nothing. It trusts every certificate.</summary>
    public HttpClient Client(Uri? address = null, params (string Name, string Value)[] headers)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null },
        })
        {
            BaseAddress = address ?? Address,
        };
        foreach (var (name, value) in headers)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        }

        return client;
    }

    public async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var client = Client(null, headers);
        return await client.GetAsync(path);
    }

    /// <summary>Changes the catalogue and lets the watch find it.</summary>
    public void Change(Action<ChangingCatalogue> change)
    {
        change(_catalogue);
        Services.GetRequiredService<ServiceRoutes>().Reload();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
