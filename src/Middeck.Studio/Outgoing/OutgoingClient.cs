using System.IO.Compression;
using System.Net;
using Middeck.Http.Outbound;

namespace Middeck.Studio.Outgoing;

/// <summary>
/// Sends what apps send, by the workspace's guarded way out: private addresses are refused, also behind a redirect. Redirects are
/// followed and answers are unpacked here, within the limits of the request.
/// </summary>
internal sealed class OutgoingClient(WorkspaceOutbound outbound, TimeProvider clock)
{
    private const int MostRedirects = 10;

    /// <summary>The answer, whatever its status is.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>outgoing.*</c>: there is none.</exception>
    public async Task<OutgoingAnswer> SendAsync(Guid workspaceId, OutgoingRequest request, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(request.Patience.First, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            // The handler is shared and stays.
            using var http = new HttpMessageInvoker(
                outbound.HandlerFor(workspaceId, request.VerifiesCertificates), disposeHandler: false);
            return await FollowAsync(http, request, patience, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw OutgoingFaults.Slow(request.Address);
        }
        catch (HttpRequestException ex) when ((ex as OutboundRefusedException ?? ex.InnerException) is OutboundRefusedException refused)
        {
            throw OutgoingFaults.Refused(refused);
        }
        catch (Exception ex) when (ex is HttpRequestException or IOException or InvalidDataException)
        {
            throw OutgoingFaults.Unreachable(request.Address, ex);
        }
    }

    private static async Task<OutgoingAnswer> FollowAsync(
        HttpMessageInvoker http, OutgoingRequest request, CancellationTokenSource patience, CancellationToken cancellationToken)
    {
        var (method, address, hasBody) = (request.Method, request.Address, request.Body is not null);
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            using var message = new HttpRequestMessage(method, address);
            message.Content = hasBody ? await request.Body!(cancellationToken) : null;
            AddHeaders(message, request, isSameHost: address.Authority == request.Address.Authority);
            using var answer = await http.SendAsync(message, cancellationToken);
            if ((int)answer.StatusCode is < 300 or >= 400 || answer.Headers.Location is not { } next
                || answer.StatusCode == HttpStatusCode.NotModified)
            {
                return await ReadAsync(answer, address, request, patience, cancellationToken);
            }

            address = new Uri(address, next) is { Scheme: "http" or "https" } target
                ? target
                : throw OutgoingFaults.RedirectedAway(address);
            (method, hasBody) = Redirected(answer.StatusCode, method, hasBody);
        }

        throw OutgoingFaults.RedirectedTooOften(request.Address, MostRedirects);
    }

    // RFC 9110, 15.4: 307 and 308 repeat the request, 303 asks for the result; 301 and 302 do what browsers do.
    private static (HttpMethod Method, bool HasBody) Redirected(HttpStatusCode status, HttpMethod method, bool hasBody)
        => status switch
        {
            HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect => (method, hasBody),
            _ when method == HttpMethod.Head => (method, false),
            HttpStatusCode.MovedPermanently when method != HttpMethod.Post => (method, hasBody),
            _ => (HttpMethod.Get, false),
        };

    private static void AddHeaders(HttpRequestMessage message, OutgoingRequest request, bool isSameHost)
    {
        foreach (var (name, value) in request.Headers)
        {
            var isSecret = name.ToLowerInvariant() is "authorization" or "cookie" or "proxy-authorization"
                || request.Confidential.Contains(name, StringComparer.OrdinalIgnoreCase);
            // How long the message is, and where it ends, is not the author's to say.
            var isFraming = name.ToLowerInvariant() is "content-length" or "transfer-encoding" or "connection" or "upgrade";
            if (isFraming || (isSecret && !isSameHost))
            {
                continue;
            }

            if (name.StartsWith("content-", StringComparison.OrdinalIgnoreCase))
            {
                AddContentHeader(message, name, value);
            }
            else if (value.AsSpan().ContainsAny('\r', '\n', '\0') || !message.Headers.TryAddWithoutValidation(name, value))
            {
                throw OutgoingFaults.InvalidHeader(name);
            }
        }

        if (!message.Headers.Contains("User-Agent"))
        {
            message.Headers.TryAddWithoutValidation("User-Agent", "Middeck/1.0");
        }
    }

    private static void AddContentHeader(HttpRequestMessage message, string name, string value)
    {
        // The boundary between the parts of a form stands in its own header.
        if (message.Content is null || message.Content is MultipartContent)
        {
            return;
        }

        message.Content.Headers.Remove(name);
        if (value.AsSpan().ContainsAny('\r', '\n', '\0') || !message.Content.Headers.TryAddWithoutValidation(name, value))
        {
            throw OutgoingFaults.InvalidHeader(name);
        }
    }

    private static async Task<OutgoingAnswer> ReadAsync(
        HttpResponseMessage answer, Uri address, OutgoingRequest request, CancellationTokenSource patience,
        CancellationToken cancellationToken)
    {
        var type = OutgoingType.Of(answer.Content.Headers);
        var body = await ReadBodyAsync(answer, type, request, patience, cancellationToken);
        var isFile = type.IsFile(body);
        if (!isFile && body.Length > request.MostTextBytes)
        {
            throw OutgoingFaults.TooLarge(isFile, request.MostTextBytes, body.Length);
        }

        var headers = answer.Headers.Concat(answer.Content.Headers)
            .ToDictionary(header => header.Key.ToLowerInvariant(), header => string.Join(", ", header.Value), StringComparer.Ordinal);
        return new OutgoingAnswer(address, (int)answer.StatusCode, headers, body, type, isFile);
    }

    private static async Task<byte[]> ReadBodyAsync(
        HttpResponseMessage answer, OutgoingType type, OutgoingRequest request, CancellationTokenSource patience,
        CancellationToken cancellationToken)
    {
        // What is surely text is not read beyond its own limit.
        var isText = type is { IsAttachment: false } && type.MediaType.StartsWith("text/", StringComparison.Ordinal);
        var most = isText ? request.MostTextBytes : Math.Max(request.MostFileBytes, request.MostTextBytes);
        if (answer.Content.Headers.ContentLength > most)
        {
            throw OutgoingFaults.TooLarge(!isText, most, answer.Content.Headers.ContentLength);
        }

        await using var sent = await answer.Content.ReadAsStreamAsync(cancellationToken);
        await using var content = Unpacked(sent, answer.Content.Headers.ContentEncoding);
        using var all = new MemoryStream();
        var buffer = new byte[32 * 1024];
        int read;
        do
        {
            patience.CancelAfter(request.Patience.Silence);
            read = await content.ReadAsync(buffer, cancellationToken);
            if (all.Length + read > most)
            {
                throw OutgoingFaults.TooLarge(!isText, most, size: null);
            }

            all.Write(buffer, 0, read);
        }
        while (read > 0);
        return all.ToArray();
    }

    private static Stream Unpacked(Stream sent, IEnumerable<string> encodings)
        => encodings.Reverse().Aggregate(sent, (inner, encoding) => encoding.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(inner, CompressionMode.Decompress),
            "br" => new BrotliStream(inner, CompressionMode.Decompress),
            "deflate" => new ZLibStream(inner, CompressionMode.Decompress),
            _ => inner,
        });
}
