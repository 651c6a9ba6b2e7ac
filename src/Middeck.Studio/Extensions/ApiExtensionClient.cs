using System.Buffers;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Errors;
using Middeck.Http.Outbound;
using Middeck.Storage.Secrets;

namespace Middeck.Studio.Extensions;

/// <summary>
/// Asks a program of the workspace in the shape of Dify's API-based extensions: <c>{"point": "ping", "params": {}}</c> with the
/// key as a bearer token, answered by an object. Private addresses are refused but for the workspace's allow-list, and redirects
/// are not followed.
/// </summary>
internal sealed class ApiExtensionClient(
    ApiExtensionStore store, WorkspaceOutbound outbound, ISecretVault vault, TimeProvider clock)
{
    private const int Seconds = 10;
    private const int MostBytes = 1024 * 1024;

    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    /// <summary>Asks an extension of the workspace.</summary>
    /// <returns>An object.</returns>
    /// <exception cref="FaultException"><c>extensions.*</c>.</exception>
    public async Task<JsonElement> AskAsync(
        Guid workspaceId, Guid id, string point, object parameters, CancellationToken cancellationToken)
        => await AskAsync(
            await store.FindAsync(workspaceId, id, cancellationToken) ?? throw ApiExtensionFaults.NotFound(),
            point, parameters, cancellationToken);

    /// <exception cref="FaultException"><c>extensions.*</c>.</exception>
    public async Task<JsonElement> AskAsync(
        ApiExtensionRow extension, string point, object parameters, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(Seconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            // What the guard lets through is decided by the handler; it is shared and stays.
            using var http = new HttpMessageInvoker(outbound.HandlerFor(extension.WorkspaceId), disposeHandler: false);
            using var request = RequestOf(extension, point, parameters);
            using var response = await http.SendAsync(request, either.Token);
            return await ReadAsync(extension, response, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw ApiExtensionFaults.Slow(extension.Name, Seconds);
        }
        catch (HttpRequestException ex) when ((ex as OutboundRefusedException ?? ex.InnerException) is OutboundRefusedException refused)
        {
            throw ApiExtensionFaults.Refused(refused.Message, ex);
        }
        catch (Exception ex) when (ex is HttpRequestException or IOException)
        {
            throw ApiExtensionFaults.Broken(extension.Name, "it cannot be reached", ex);
        }
    }

    private HttpRequestMessage RequestOf(ApiExtensionRow extension, string point, object parameters)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, extension.Url)
        {
            Content = new ByteArrayContent(
                JsonSerializer.SerializeToUtf8Bytes(new { Point = point, Params = parameters }, Json.Snake)),
        };
        request.Content.Headers.ContentType = JsonType;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", KeyOf(extension));
        return request;
    }

    private string KeyOf(ApiExtensionRow extension)
    {
        try
        {
            return vault.Decrypt(extension.ApiKey, ApiExtensionRow.PurposeOf(extension.Id));
        }
        catch (CryptographicException ex)
        {
            throw ApiExtensionFaults.KeyUnreadable(extension.Name, ex);
        }
    }

    private static async Task<JsonElement> ReadAsync(
        ApiExtensionRow extension, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw ApiExtensionFaults.Broken(extension.Name, $"the status {(int)response.StatusCode}");
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var bytes = new ArrayBufferWriter<byte>();
        int read;
        while ((read = await body.ReadAsync(bytes.GetMemory(8192), cancellationToken)) > 0)
        {
            bytes.Advance(read);
            if (bytes.WrittenCount > MostBytes)
            {
                throw ApiExtensionFaults.Broken(extension.Name, $"more than {MostBytes:N0} bytes");
            }
        }

        return Parse(bytes.WrittenMemory) is { ValueKind: JsonValueKind.Object } answer
            ? answer
            : throw ApiExtensionFaults.Broken(extension.Name, "no JSON object");
    }

    private static JsonElement? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // What is no JSON is told like JSON that is no object.
            return null;
        }
    }
}
