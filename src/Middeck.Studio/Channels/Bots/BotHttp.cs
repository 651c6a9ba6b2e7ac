using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Middeck.Core;
using Middeck.Http.Outbound;
using Middeck.Studio.Channels.Webhooks;

namespace Middeck.Studio.Channels.Bots;

/// <summary>
/// Calls chat platforms. Their addresses come from the configuration, which an administrator writes, so private ones are allowed:
/// some platforms are installed in-house.
/// </summary>
internal sealed class BotHttp(IHttpClientFactory clients, IOptions<ChannelOptions> options, TimeProvider clock)
{
    private const int MostBytes = 1024 * 1024;

    private static readonly MediaTypeHeaderValue JsonType = new("application/json") { CharSet = "utf-8" };

    /// <summary>Calls and reads the answer, which is an object whatever the status says: platforms put their codes there.</summary>
    /// <param name="platform">Its name, for the words.</param>
    /// <param name="method">GET or POST.</param>
    /// <param name="url">The address.</param>
    /// <param name="body">Sent as JSON; null for none.</param>
    /// <param name="token">Sent as a bearer token; null for none.</param>
    /// <param name="cancellationToken">The node's stopping.</param>
    /// <exception cref="BotCallException">There is no usable answer.</exception>
    public async Task<JsonElement> SendAsync(
        string platform, HttpMethod method, string url, object? body, string? token, CancellationToken cancellationToken)
    {
        var seconds = options.Value.Timeout;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(seconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var http = clients.CreateClient(OutboundClients.Trusted);
            using var request = new HttpRequestMessage(method, url);
            if (body is not null)
            {
                request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, Json.Snake));
                request.Content.Headers.ContentType = JsonType;
            }

            if (token is not null)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            }

            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await ReadAsync(platform, response, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new BotCallException(BotTrouble.Busy, $"{platform} did not answer within {seconds} s.");
        }
        catch (Exception ex) when (ex is HttpRequestException or IOException)
        {
            // Not the address: it may hold a token.
            throw new BotCallException(BotTrouble.Busy, $"{platform} cannot be reached: {ex.Message}", null, ex);
        }
    }

    private async Task<JsonElement> ReadAsync(string platform, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            throw new BotCallException(
                BotTrouble.Busy, $"{platform} limits how often it may be called.", RetryAfter.Of(response, clock));
        }

        if (status >= 500)
        {
            throw new BotCallException(BotTrouble.Busy, $"{platform} answered {status}.", RetryAfter.Of(response, clock));
        }

        await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        try
        {
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document.RootElement.Clone();
            }
        }
        catch (JsonException)
        {
            // What is no JSON is told like JSON that is no object.
        }

        throw new BotCallException(
            status < 400 ? BotTrouble.Busy : BotTrouble.Refused, $"{platform} gave no usable answer: the status {status}.");
    }
}
