using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Middeck.Core.Errors;
using Middeck.Http.Errors;

namespace Middeck.Http.Tests.Hosting;

/// <summary>A real server with nothing but the shared parts and the endpoints of one test.</summary>
internal sealed class FoundationHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FoundationHost(WebApplication app, RecordingErrorSink sink)
    {
        _app = app;
        Sink = sink;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Client = new HttpClient(new SocketsHttpHandler(), disposeHandler: true) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public RecordingErrorSink Sink { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<FoundationHost> StartAsync(Action<WebApplication> map)
    {
        var sink = new RecordingErrorSink();
        var builder = WebApplication.CreateSlimBuilder();
        // Not without any log: the server gives a request a trace only when somebody may want it.
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.WebHost.UseKestrel(options => options.Listen(
            IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        builder.Services.AddHttpFoundation();
        builder.Services.AddValidation();
        builder.Services.AddSingleton<IErrorSink>(sink);
        builder.Services.AddSingleton<IErrorDialect, PlainDialect>();
        var app = builder.Build();
        app.UseExceptionHandler();
        // Named, so that the exception handler runs outside of it and can clear the endpoint as it does in the platform.
        app.UseRouting();
        map(app);
        await app.StartAsync();
        return new FoundationHost(app, sink);
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(
        HttpMethod method, string path, string? json = null, string type = "application/json")
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, type);
        }

        using var answer = await Client.SendAsync(request);
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>Sends bytes as they are, says that no more will come, and reads until the server closes.</summary>
    public async Task<string> SendRawAsync(string text)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
        socket.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);
        try
        {
            return await reader.ReadToEndAsync();
        }
        catch (IOException)
        {
            // The server reset the connection, which is an answer too.
            return "";
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
