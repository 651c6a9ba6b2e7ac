using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Middeck.Http;
using Middeck.Http.Configuration;
using Middeck.Operations.Configuration;
using Middeck.Operations.Entry;
using Middeck.Operations.Entry.Listening;
using Middeck.Operations.Entry.Proxy;
using Yarp.ReverseProxy.Configuration;

namespace Middeck.Entry.Bench;

/// <summary>The servers that are compared, and the service behind them.</summary>
internal static class Servers
{
    private static readonly byte[] Body = """{"answer":"a small one, as most are"}"""u8.ToArray();

    public static async Task<int> UpstreamAsync(int port)
    {
        await using var app = On(port).Build();
        app.Run(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Body.Length;
            return context.Response.Body.WriteAsync(Body).AsTask();
        });
        await app.RunAsync();
        return 0;
    }

    /// <summary>The reverse proxy alone, as its own documentation sets it up.</summary>
    public static async Task<int> BareAsync(int port, Uri upstream)
    {
        var builder = On(port);
        builder.Services.AddReverseProxy().LoadFromMemory(
            [new RouteConfig { RouteId = "service", ClusterId = "service", Match = new RouteMatch { Path = "/service/{**path}" } }],
            [
                new ClusterConfig
                {
                    ClusterId = "service",
                    Destinations = new Dictionary<string, DestinationConfig> { ["one"] = new() { Address = upstream.AbsoluteUri } },
                },
            ]);
        await using var app = builder.Build();
        app.UseRouting();
        app.MapReverseProxy();
        await app.RunAsync();
        return 0;
    }

    /// <summary>The entry with several routes, the access log, limits, networks and trusted proxies.</summary>
    public static async Task<int> EntryAsync(int port, Uri upstream, string home)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["server:port"] = port.ToString(CultureInfo.InvariantCulture),
            ["server:home"] = home,
            ["entry:requestsperminuteperaddress"] = "10000000",
            ["entry:adminpaths:0"] = "/admin",
            ["entry:trustedproxies:0"] = "192.0.2.1",
        });
        builder.Services.AddSingleton<IEntryCatalogue>(new CatalogueOfFile("", () => Comparison.Catalogue(upstream)));
        builder.Services.AddRoomOptions<ServerOptions>(ServerOptions.Section);
        builder.Services.AddHttpFoundation();
        builder.Services.AddEntry();
        builder.WebHost.ConfigureEntry(
            builder.Configuration.GetSection(ServerOptions.Section).Get<ServerOptions>()!,
            builder.Configuration.GetSection(EntryOptions.Section).Get<EntryOptions>()!);
        await using var app = builder.Build();
        app.UseEntry();
        app.Run(context => context.Response.WriteAsync("platform"));
        await app.RunAsync();
        return 0;
    }

    private static WebApplicationBuilder On(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddRouting();
        return builder;
    }
}
