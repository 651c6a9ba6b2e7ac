using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Configuration;
using Middeck.Operations.Entry;
using Middeck.Operations.Entry.Certificates;
using Middeck.Operations.Entry.Generated;
using Middeck.Operations.Entry.Routes;
using YamlDotNet.RepresentationModel;

namespace Middeck.Operations.Tests.Entry;

/// <summary>The entry in the words of other proxies, tried with the real nginx.</summary>
public sealed class GeneratedTests : HomeTest
{
    [Fact]
    public async Task Nginx_serves_with_the_generated_configuration_as_the_entry_does()
    {
        await using var echo = await Backend.StartAsync("echo", EchoAsync);
        await using var admin = await Backend.StartAsync("admin");
        ServiceEntry[] services =
        [
            ChangingCatalogue.Service("echo", new ServiceRoute { Path = "/echo", StripPrefix = true, MaxBodyBytes = 1000 }, echo),
            ChangingCatalogue.Service("by-name", new ServiceRoute { Host = "dify.example.com" }, echo),
            ChangingCatalogue.Service("admin", new ServiceRoute { Path = "/prometheus", IsAdministrative = true }, admin),
        ];
        await using var entry = await EntryHost.StartAsync(
            new ChangingCatalogue(services), new() { ["entry:trustedproxies:0"] = "127.0.0.1" });
        var port = LocalPort.Free();
        var plan = new ProxyPlan(
            new ServerOptions { Port = entry.Address.Port },
            new EntryOptions { RequestsPerMinutePerAddress = 600, AdminNetworks = ["10.0.0.0/8"] },
            EntryRoutes.Of(new ServiceCatalogue(services), new OwnPlaces([], [])));
        using var nginx = await StartNginxAsync(NginxConfiguration.Write(
            plan, new NginxPlaces(port, 0, Path.Combine(Test.Home.Logs, "nginx.log"), Test.Home.RunFile("maintenance"))));
        using var client = entry.Client(new Uri($"http://127.0.0.1:{port}"), ("X-Forwarded-For", "10.1.1.1"));
        await Eventually.TrueAsync(() => LocalPort.IsOpen(port), "nginx listens");

        var platform = await client.GetStringAsync("/w/x");
        var stripped = await client.GetStringAsync("/echo/a?b=1");
        using var byName = new HttpRequestMessage(HttpMethod.Get, "/v1/x") { Headers = { Host = "dify.example.com" } };
        using var named = await client.SendAsync(byName);
        using var refused = await client.GetAsync("/prometheus/");
        using var large = await client.PostAsync("/echo/", new ByteArrayContent(new byte[1001]));
        var events = await EventsAsync(client);
        var socket = await SocketAsync(port);
        await File.WriteAllTextAsync(Test.Home.RunFile("maintenance"), "");
        using var maintenance = await client.GetAsync("/echo/");
        nginx.Kill();
        await nginx.WaitForExitAsync();

        Assert.Equal("platform 127.0.0.1 http", platform);
        Assert.Contains("\"path\":\"/a?b=1\"", stripped, StringComparison.Ordinal);
        Assert.Contains("\"prefix\":\"/echo\"", stripped, StringComparison.Ordinal);
        Assert.Contains("\"path\":\"/v1/x\"", await named.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // A forged X-Forwarded-For lets nobody in.
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Equal(("data: 1", "data: 2"), events);
        Assert.Equal("hello", socket);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, maintenance.StatusCode);
    }

    [Fact]
    public async Task Nginx_accepts_the_configuration_with_a_certificate_and_every_kind_of_route()
    {
        var (server, entry) = (new ServerOptions { Home = Test.Home.Root, PublicUrl = "https://ai.example.com", Environment = "prod" }, new EntryOptions());
        LocalCertificate.Ensure(Test.Home, server, entry, TimeProvider.System.GetUtcNow());
        entry = new EntryOptions
        {
            Tls = EntryTls.File,
            CertificateFile = LocalCertificate.FileOf(Test.Home),
            HstsDays = 365,
            AdminPaths = ["/admin"],
        };
        var plan = new ProxyPlan(server, entry, EntryRoutes.Of(AllKinds(), OwnPlaces.Of(server, entry)));
        var text = NginxConfiguration.Write(
            plan, new NginxPlaces(LocalPort.Free(), LocalPort.Free(), Path.Combine(Test.Home.Logs, "nginx.log"), Test.Home.RunFile("maintenance")));

        using var check = StartNginx(text, "-t");
        var said = await check.StandardError.ReadToEndAsync();
        await check.WaitForExitAsync();

        Assert.True(check.ExitCode == 0, $"{said}\n{text}");
        Assert.Contains("# No route for reserved:", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ingress_has_an_object_for_the_platform_and_one_for_each_service_that_an_ingress_can_serve()
    {
        var server = new ServerOptions { PublicUrl = "https://ai.example.com" };
        var entry = new EntryOptions { AdminPaths = ["/admin"], RequestsPerMinutePerAddress = 600 };
        var text = IngressManifest.Write(
            new ProxyPlan(server, entry, EntryRoutes.Of(AllKinds(), OwnPlaces.Of(server, entry))), "nginx", "ai-tls");

        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        var documents = stream.Documents.Select(document => (YamlMappingNode)document.RootNode).ToList();

        Assert.Equal(
            ["Ingress middeck", "Ingress middeck-admin", "Ingress middeck-stripped", "Ingress middeck-named", "Service outside", "Ingress middeck-outside"],
            documents.Select(document => $"{document["kind"]} {document["metadata"]["name"]}"));
        var stripped = documents[2];
        var path = stripped["spec"]["rules"][0]["http"]["paths"][0];
        Assert.Equal(("ai.example.com", "/stripped(/|$)(.*)"), ((string?)stripped["spec"]["rules"][0]["host"], (string?)path["path"]));
        Assert.Equal(("stripped", "3000"), ((string?)path["backend"]["service"]["name"], (string?)path["backend"]["service"]["port"]["number"]));
        Assert.Equal("/$2", (string?)stripped["metadata"]["annotations"]["nginx.ingress.kubernetes.io/rewrite-target"]);
        Assert.Equal("dify.example.com", (string?)documents[3]["spec"]["rules"][0]["host"]);
        Assert.Contains("# alone has a port of its own (9999)", text, StringComparison.Ordinal);
    }

    private static ServiceCatalogue AllKinds() => new(
    [
        new ServiceEntry("stripped", ServiceKind.Process) { Route = new ServiceRoute { Path = "/stripped", StripPrefix = true, IsAdministrative = true }, Ports = [new("http", 3000)] },
        new ServiceEntry("named", ServiceKind.Process)
        {
            Route = new ServiceRoute { Host = "dify.example.com", Targets = [new Uri("http://127.0.0.1:5001"), new Uri("http://127.0.0.1:5002")] },
        },
        new ServiceEntry("alone", ServiceKind.Process) { Route = new ServiceRoute { Port = 9999 }, Ports = [new("http", 3001)] },
        new ServiceEntry("outside", ServiceKind.Url) { Route = new ServiceRoute { Path = "/outside" }, Url = new Uri("https://127.0.0.2/base") },
        new ServiceEntry("reserved", ServiceKind.Process) { Route = new ServiceRoute { Path = "/api" }, Ports = [new("http", 3002)] },
    ]);

    private static async Task EchoAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await socket.SendAsync("hello"u8.ToArray(), WebSocketMessageType.Text, true, context.RequestAborted);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
        }
        else if (context.Request.Path == "/events")
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync("data: 1\n\n");
            await context.Response.Body.FlushAsync();
            await Go.Task;
            await context.Response.WriteAsync("data: 2\n\n");
        }
        else
        {
            await Backend.SayAsync(context, "echo");
        }
    }

    private static readonly TaskCompletionSource Go = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static async Task<(string? First, string? Second)> EventsAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/echo/events", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var first = await reader.ReadLineAsync();
        Go.SetResult();
        await reader.ReadLineAsync();
        return (first, await reader.ReadLineAsync());
    }

    private static async Task<string> SocketAsync(int port)
    {
        using var socket = new ClientWebSocket();
        var buffer = new byte[100];
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/echo/socket"), CancellationToken.None);
        var got = await socket.ReceiveAsync(buffer, CancellationToken.None);
        return Encoding.UTF8.GetString(buffer, 0, got.Count);
    }

    private async Task<Process> StartNginxAsync(string configuration)
    {
        using (var check = StartNginx(configuration, "-t"))
        {
            var said = await check.StandardError.ReadToEndAsync();
            await check.WaitForExitAsync();
            Assert.True(check.ExitCode == 0, said);
        }

        return StartNginx(configuration);
    }

    private Process StartNginx(string configuration, params string[] arguments)
    {
        var folder = Path.Combine(Test.Home.Root, "nginx");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "middeck.conf"), configuration);
        var temporary = string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }
            .Select(name => string.Create(CultureInfo.InvariantCulture, $"{name}_temp_path {folder}/{name}; ")));
        // One process, so that it can be stopped as one.
        File.WriteAllText(Path.Combine(folder, "nginx.conf"), $$"""
            daemon off; master_process off; pid {{folder}}/pid; error_log {{folder}}/error.log;
            events { }
            http { access_log off; {{temporary}} include {{folder}}/middeck.conf; }
            """);
        var start = new ProcessStartInfo("/usr/sbin/nginx", ["-c", Path.Combine(folder, "nginx.conf"), "-e", Path.Combine(folder, "error.log"), .. arguments])
        {
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }
}
