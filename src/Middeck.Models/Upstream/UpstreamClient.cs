using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Http.Outbound;
using Middeck.Models.Catalogue;

namespace Middeck.Models.Upstream;

/// <summary>
/// Sends a request to a provider and hands back an answer that has begun well. Tries again what failed before the first byte;
/// whatever is final leaves as a fault.
/// </summary>
internal sealed partial class UpstreamClient(
    IHttpClientFactory clients,
    RetrySchedule retries,
    IOptions<ModelsOptions> options,
    TimeProvider clock,
    ILogger<UpstreamClient> logger)
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    /// <summary>How long this call waits for the provider.</summary>
    public Patience BeginPatience(CancellationToken cancellationToken) => new(
        TimeSpan.FromSeconds(options.Value.FirstByteTimeout),
        TimeSpan.FromSeconds(options.Value.IdleTimeout),
        clock,
        cancellationToken);

    /// <summary>The answer's status is a success and its headers are there; its body is still to be read.</summary>
    /// <param name="connection">Whom to ask.</param>
    /// <param name="path">Behind the base address, without a slash in front.</param>
    /// <param name="json">The body; null asks with GET.</param>
    /// <param name="patience">Of this call.</param>
    /// <exception cref="Middeck.Core.Errors.FaultException"><c>models.upstream_*</c>.</exception>
    public Task<HttpResponseMessage> SendAsync(
        ProviderConnection connection, string path, ReadOnlyMemory<byte>? json, Patience patience)
        => SendAsync(connection, path, json is { } body ? () => JsonContent(body) : null, patience);

    /// <summary>The same with a body of any kind, which is made anew for each try; null asks with GET.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        ProviderConnection connection, string path, Func<HttpContent>? body, Patience patience)
    {
        try
        {
            return await TryAsync(connection, path, body, patience.Token);
        }
        catch (Exception ex) when (patience.Explains(ex))
        {
            throw patience.Verdict(connection);
        }
        catch (IOException ex)
        {
            throw UpstreamFaults.Broken(connection, ex);
        }
    }

    private async Task<HttpResponseMessage> TryAsync(
        ProviderConnection connection, string path, Func<HttpContent>? body, CancellationToken cancellationToken)
    {
        var client = clients.CreateClient(connection.IsTrusted ? OutboundClients.Trusted : OutboundClients.Guarded);
        for (var tries = 1; ; tries++)
        {
            TimeSpan? wait;
            try
            {
                using var request = Request(connection, path, body);
                var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                if (response.IsSuccessStatusCode)
                {
                    return response;
                }

                using (response)
                {
                    var asked = RetryAfter(response);
                    wait = retries.After(tries, response.StatusCode, asked);
                    if (wait is null)
                    {
                        var words = await UpstreamWords.ReadAsync(response, cancellationToken);
                        throw UpstreamFaults.Refusal(connection, response.StatusCode, words, asked);
                    }
                }

                LogRetry(connection.Name, (int)response.StatusCode, wait.Value.TotalSeconds);
            }
            catch (HttpRequestException ex) when (!cancellationToken.IsCancellationRequested)
            {
                wait = retries.After(tries, ex);
                if (wait is null)
                {
                    throw RetrySchedule.WasConnected(ex)
                        ? UpstreamFaults.Broken(connection, ex)
                        : UpstreamFaults.NotReached(connection, ex);
                }

                LogRetryConnection(connection.Name, ex.HttpRequestError, wait.Value.TotalSeconds);
            }

            await Task.Delay(wait.Value, clock, cancellationToken);
        }
    }

    private static HttpRequestMessage Request(ProviderConnection connection, string path, Func<HttpContent>? body)
    {
        var request = new HttpRequestMessage(
            body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(connection.BaseUri, path))
        {
            Content = body?.Invoke(),
            // HTTP/2 would put hundreds of streams on one connection, where one slow reader holds up the others.
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        if (connection.ApiKey is { } key)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        return request;
    }

    private static ReadOnlyMemoryContent JsonContent(ReadOnlyMemory<byte> json)
        => new(json) { Headers = { ContentType = JsonType } };

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - clock.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
        _ => null,
    };

    [LoggerMessage(LogLevel.Information, "Provider {Provider} answered {Status}; trying again in {Seconds} s.")]
    private partial void LogRetry(string provider, int status, double seconds);

    [LoggerMessage(LogLevel.Information, "Provider {Provider} was not reached ({Error}); trying again in {Seconds} s.")]
    private partial void LogRetryConnection(string provider, HttpRequestError error, double seconds);
}
