using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Middeck.Http.Outbound;

namespace Middeck.Knowledge.Backends.Http;

/// <summary>Asks a product, tries again what failed in passing, and turns what is final into a fault.</summary>
internal sealed partial class BackendClient(
    BackendAddress address, IHttpClientFactory clients, TimeProvider clock, ILogger<BackendClient> logger)
{
    private const long MostBytes = 64L * 1024 * 1024;
    private const int MostWords = 1000;

    private static readonly TimeSpan[] Waits = [TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1)];

    /// <summary>The product's answer: a success or an expected refusal.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>knowledge.backend_failed</c>.</exception>
    public async Task<BackendAnswer> SendAsync(BackendRequest request, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(address.Timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            for (var tries = 0; ; tries++)
            {
                if (await TryAsync(request, isLast: tries == Waits.Length, both.Token) is { } answer)
                {
                    return answer;
                }

                await Task.Delay(Waits[tries], clock, both.Token);
            }
        }
        // A request that is cancelled under way may also fail because its socket is gone.
        catch (Exception ex) when (ex is OperationCanceledException
            || (both.IsCancellationRequested && ex is HttpRequestException or IOException))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw BackendFaults.TooLate(address);
        }
        catch (HttpRequestException ex)
        {
            throw ex.HttpRequestError switch
            {
                HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded
                    => BackendFaults.Malformed(address, ex),
                _ when IsBroken(ex) => BackendFaults.Broken(address, ex),
                _ => BackendFaults.NotReached(address, ex),
            };
        }
        catch (IOException ex)
        {
            throw BackendFaults.Broken(address, ex);
        }
    }

    /// <summary>Null: it is worth another try.</summary>
    private async Task<BackendAnswer?> TryAsync(BackendRequest request, bool isLast, CancellationToken cancellationToken)
    {
        try
        {
            using var message = Message(request);
            var client = clients.CreateClient(OutboundClients.Trusted);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!isLast && IsPassing(response.StatusCode))
            {
                LogRetry(address.Product, (int)response.StatusCode);
                return null;
            }

            await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
            return Answer(request, response, await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (HttpRequestException ex) when (!isLast && !cancellationToken.IsCancellationRequested && IsPassing(ex))
        {
            LogRetryConnection(address.Product, ex.HttpRequestError);
            return null;
        }
    }

    private BackendAnswer Answer(BackendRequest request, HttpResponseMessage response, byte[] bytes)
    {
        var body = Parse(bytes, out var complaint);
        if (!response.IsSuccessStatusCode && !request.Expected.Contains(response.StatusCode))
        {
            throw BackendFaults.Refused(address, response.StatusCode, Words(response, bytes, body));
        }

        return complaint is null || !response.IsSuccessStatusCode
            ? new BackendAnswer(address, response.StatusCode, body)
            : throw BackendFaults.Malformed(address, complaint);
    }

    private string Words(HttpResponseMessage response, byte[] bytes, JsonElement body)
        => BackendFaults.WordsOf(address, body)
            ?? (bytes.Length == 0 || response.Content.Headers.ContentType?.MediaType == "text/html"
                ? response.ReasonPhrase
                : Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, MostWords))))
            ?? "";

    // Some successes have no body.
    private static JsonElement Parse(byte[] bytes, out JsonException? complaint)
    {
        complaint = null;
        if (bytes.Length == 0)
        {
            return default;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException ex)
        {
            complaint = ex;
            return default;
        }
    }

    private HttpRequestMessage Message(BackendRequest request)
    {
        var message = new HttpRequestMessage(request.Method, new Uri(address.Uri, request.Path));
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        address.Authorize(message.Headers);
        if (request.Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(request.MediaType);
        }

        return message;
    }

    private static bool IsPassing(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static bool IsPassing(HttpRequestException failure)
        => failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            || IsBroken(failure);

    private static bool IsBroken(HttpRequestException failure)
        => failure.HttpRequestError == HttpRequestError.ResponseEnded
            || (failure.HttpRequestError == HttpRequestError.Unknown && failure.InnerException is IOException);

    [LoggerMessage(LogLevel.Information, "{Product} answered {Status}; trying again.")]
    private partial void LogRetry(string product, int status);

    [LoggerMessage(LogLevel.Information, "{Product} was not reached ({Error}); trying again.")]
    private partial void LogRetryConnection(string product, HttpRequestError error);
}
