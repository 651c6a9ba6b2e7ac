using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Middeck.Core;
using Middeck.Core.Errors;
using Middeck.Http.Outbound;
using Middeck.Storage.Secrets;

namespace Middeck.Knowledge.External;

/// <summary>Asks somebody else's knowledge by Dify's external knowledge API.</summary>
internal sealed class ExternalClient(
    IHttpClientFactory clients, ISecretVault vault, IOptions<ExternalOptions> options, TimeProvider clock)
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    /// <exception cref="FaultException"><c>knowledge.external_*</c>.</exception>
    public async Task<IReadOnlyList<ExternalRecord>> RetrieveAsync(
        ExternalApiRow api, ExternalRetrieval question, CancellationToken cancellationToken)
    {
        var seconds = options.Value.Timeout;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(seconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            var client = clients.CreateClient(api.Trusted ? OutboundClients.Trusted : OutboundClients.Guarded);
            using var request = RequestOf(api, question);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await ReadAsync(api, response, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw ExternalFaults.Slow(api.Name, seconds);
        }
        catch (HttpRequestException ex) when ((ex as OutboundRefusedException ?? ex.InnerException) is OutboundRefusedException refused)
        {
            throw new FaultException(
                new Fault(FaultKind.Upstream, "knowledge.external_address_refused", refused.Message), ex);
        }
        catch (Exception ex) when (ex is HttpRequestException or IOException)
        {
            throw ExternalFaults.Broken(api.Name, "it cannot be reached", ex);
        }
    }

    private HttpRequestMessage RequestOf(ExternalApiRow api, ExternalRetrieval question)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{api.Endpoint.TrimEnd('/')}/retrieval"))
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(question, Json.Snake)),
        };
        request.Content.Headers.ContentType = JsonType;
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer", vault.Decrypt(api.ApiKey, ExternalApiRow.PurposeOf(api.Id)));
        return request;
    }

    private async Task<IReadOnlyList<ExternalRecord>> ReadAsync(
        ExternalApiRow api, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var answer = Parse(await BytesAsync(api, response, cancellationToken));
        if (answer?.Error is { } code and not 0)
        {
            throw ExternalFaults.Refused(api.Name, code, answer.ErrorMsg);
        }

        if (!response.IsSuccessStatusCode)
        {
            throw ExternalFaults.Broken(api.Name, $"the status {(int)response.StatusCode}");
        }

        return answer?.Records is { } records
            ? [.. records.OfType<ExternalRecord>()]
            : throw ExternalFaults.Broken(api.Name, "no list of records");
    }

    private async Task<ReadOnlyMemory<byte>> BytesAsync(
        ExternalApiRow api, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var most = options.Value.MaxBytes;
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var bytes = new ArrayBufferWriter<byte>();
        int read;
        while ((read = await body.ReadAsync(bytes.GetMemory(8192), cancellationToken)) > 0)
        {
            bytes.Advance(read);
            if (bytes.WrittenCount > most)
            {
                throw ExternalFaults.Broken(api.Name, $"more than {most} bytes");
            }
        }

        return bytes.WrittenMemory;
    }

    private static ExternalAnswer? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<ExternalAnswer>(bytes.Span, Json.Snake);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
