using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Middeck.ScriptedModel;

/// <summary>
/// An OpenAI-compatible server on a real port whose behaviour is chosen by the model's name. A name may carry a prefix up to a
/// slash, which is ignored, so that names with slashes can be tried too.
/// <list type="table">
/// <item><term>echo</term><description>the last user message, in several chunks</description></item>
/// <item><term>script</term><description>the replies that the test queued with <c>Enqueue</c></description></item>
/// <item><term>quote</term><description>the first sentence of the context's first passage, citing [1]</description></item>
/// <item><term>slow-MS</term><description>like echo, first waiting</description></item>
/// <item><term>chunks-N-DELAY-FIRST</term><description>N chunks, each <c>@microseconds since 1970@ </c>, with these waits in ms</description></item>
/// <item><term>fail-STATUS</term><description>that status with a message that quotes the key</description></item>
/// <item><term>stall</term><description>accepts and never sends a byte</description></item>
/// <item><term>pause</term><description>sends two chunks and then nothing more</description></item>
/// <item><term>cut</term><description>closes the socket in the middle of the stream</description></item>
/// <item><term>truncated</term><description>ends the stream in order, but without a finish reason and without [DONE]</description></item>
/// <item><term>malformed</term><description>chunks that are not JSON</description></item>
/// <item><term>mid-error</term><description>an error object after two chunks</description></item>
/// <item><term>empty</term><description>a well-formed answer without a word</description></item>
/// <item><term>nonsense-html</term><description>200 with a web page</description></item>
/// <item><term>rate-limited, rate-limited-TIMES</term><description>429 with Retry-After: 1 that often (once), then like echo</description></item>
/// <item><term>huge-MB</term><description>one event of that many megabytes (1)</description></item>
/// <item><term>no-usage</term><description>like echo, without usage even when asked</description></item>
/// </list>
/// Any other name embeds, reranks, hears, speaks and echoes.
/// </summary>
public sealed class ScriptedModelServer : IAsyncDisposable
{
    /// <summary>The only key that is let in.</summary>
    public const string ApiKey = "sk-scripted-0123456789abcdef";

    private readonly WebApplication _app;

    private ScriptedModelServer(WebApplication app, ScriptedModelState state)
    {
        _app = app;
        State = state;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        BaseUrl = $"{address}/v1";
        BaseUrlWithoutList = $"{address}/no-list/v1";
    }

    /// <summary>What a provider's <c>base_url</c> is set to.</summary>
    public string BaseUrl { get; }

    /// <summary>The same for a provider that chats and lists no models, such as FastGPT.</summary>
    public string BaseUrlWithoutList { get; }

    /// <summary>The requests so far, in order of arrival.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. State.Requests];

    private ScriptedModelState State { get; }

    /// <summary>Starts on a port, 0 for any free one.</summary>
    public static async Task<ScriptedModelServer> StartAsync(int port = 0, bool recordRequests = true)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options =>
        {
            options.Listen(System.Net.IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
            options.AddServerHeader = false;
            options.Limits.MinResponseDataRate = null;
            options.Limits.MaxRequestBodySize = 64 << 20;
        });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMilliseconds(200));
        var app = builder.Build();
        var state = new ScriptedModelState(recordRequests, app.Lifetime.ApplicationStopping);
        app.MapScriptedModel(state);
        await app.StartAsync();
        return new ScriptedModelServer(app, state);
    }

    /// <summary>Queues an answer for the model <c>script</c>.</summary>
    public void Enqueue(ScriptedReply reply) => State.Script.Enqueue(reply);

    /// <summary>Queues an answer for the model <c>script</c>, sent as these chunks.</summary>
    public void Enqueue(params string[] chunks) => Enqueue(new ScriptedReply { Chunks = chunks });

    /// <summary>Waits for a request that fits, also one that has already come.</summary>
    /// <exception cref="TimeoutException">None came within ten seconds.</exception>
    public async Task<RecordedRequest> WaitForRequestAsync(Func<RecordedRequest, bool> fits)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            var arrival = State.NextArrival;
            if (State.Requests.FirstOrDefault(fits) is { } request)
            {
                return request;
            }

            try
            {
                await arrival.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException ex)
            {
                throw new TimeoutException("No such request arrived within ten seconds.", ex);
            }
        }
    }

    /// <summary>Runs until the process is told to stop.</summary>
    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
