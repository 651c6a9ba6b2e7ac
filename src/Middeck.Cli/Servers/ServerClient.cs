using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Middeck.Core;
using Middeck.Operations;

namespace Middeck.Cli.Servers;

/// <summary>Calls a platform's management API with a key. What the server refuses is a <see cref="RefusedException"/>.</summary>
internal sealed class ServerClient : IDisposable
{
    private readonly HttpClient _http;

    public ServerClient(Uri address, string key)
    {
        // The key goes to the address that was named and nowhere else.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromSeconds(100),
        };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public void Dispose() => _http.Dispose();

    public Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken)
        => JsonAsync(HttpMethod.Get, path, null, cancellationToken);

    /// <summary>Sends JSON; null sends no body.</summary>
    public Task<JsonElement> SendAsync(
        HttpMethod method, string path, object? body, CancellationToken cancellationToken)
        => JsonAsync(method, path, body is null ? null : JsonContent.Create(body, options: Json.Snake), cancellationToken);

    /// <summary>Sends a YAML file.</summary>
    public Task<JsonElement> PostYamlAsync(string path, byte[] file, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/yaml");
        return JsonAsync(HttpMethod.Post, path, content, cancellationToken);
    }

    /// <summary>An answer that is not JSON.</summary>
    public async Task<string> GetTextAsync(string path, CancellationToken cancellationToken)
        => (await CallAsync(HttpMethod.Get, path, null, cancellationToken)).Text;

    private async Task<JsonElement> JsonAsync(
        HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        var (status, text) = await CallAsync(method, path, content, cancellationToken);
        return text.Length == 0 ? default : Parse(text) ?? throw NotMiddeck(status);
    }

    private async Task<(HttpStatusCode Status, string Text)> CallAsync(
        HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
            using var response = await _http.SendAsync(request, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            return response.IsSuccessStatusCode ? (response.StatusCode, text) : throw Refusal(response.StatusCode, text);
        }
        catch (HttpRequestException ex)
        {
            throw Unreachable(ex.Message, ex);
        }
        catch (OperationCanceledException ex) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unreachable(ex.Message, ex);
        }
    }

    private RefusedException Refusal(HttpStatusCode status, string text)
    {
        if (Parse(text) is not { ValueKind: JsonValueKind.Object } problem
            || !problem.TryGetProperty("detail", out var given) || given.ValueKind != JsonValueKind.String)
        {
            return NotMiddeck(status);
        }

        var detail = given.GetString()!;
        return status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            ? new RefusedException(ExitCode.KeyRefused, ServerMessages.KeyRefused(detail))
            : new RefusedException(ExitCode.ServerRefused, ServerMessages.Refused(detail));
    }

    private RefusedException NotMiddeck(HttpStatusCode status)
        => new(ExitCode.ServerRefused, ServerMessages.NotMiddeck(Server, (int)status));

    private RefusedException Unreachable(string reason, Exception cause)
        => new(ExitCode.ServerUnreachable, ServerMessages.Unreachable(Server, reason), cause);

    private string Server => _http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    private static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
