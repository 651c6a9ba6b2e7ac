using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Middeck.Core.Security;

namespace Middeck.Knowledge.Tests.ServiceApi;

/// <summary>Calls the room as a client of Dify with the key of a workspace would.</summary>
public abstract class ServiceApiClient(KnowledgeHost host) : IClassFixture<KnowledgeHost>
{
    protected KnowledgeHost Host { get; } = host;

    protected Guid Workspace { get; } = Guid.CreateVersion7();

    protected HttpClient Client => field ??= Host.Client(Workspace, Permissions.Service.Knowledge);

    protected async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body = null, int status = 200)
    {
        using var request = new HttpRequestMessage(method, $"/v1{path}");
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        using var answer = await Client.SendAsync(request);
        return await ReadAsync(answer, status);
    }

    protected Task<JsonElement> GetAsync(string path, int status = 200) => SendAsync(HttpMethod.Get, path, null, status);

    protected Task<JsonElement> PostAsync(string path, object? body = null, int status = 200)
        => SendAsync(HttpMethod.Post, path, body, status);

    protected Task<JsonElement> PatchAsync(string path, object? body, int status = 200)
        => SendAsync(HttpMethod.Patch, path, body, status);

    protected Task<JsonElement> DeleteAsync(string path, int status = 204)
        => SendAsync(HttpMethod.Delete, path, null, status);

    protected async Task<JsonElement> FormAsync(
        string path, HttpContent content, int status = 200, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, $"/v1{path}") { Content = content };
        using var answer = await Client.SendAsync(request);
        return await ReadAsync(answer, status);
    }

    protected async Task<string> GivenDatasetAsync(object? body = null)
        => IdOf(await PostAsync("/datasets", body ?? new { name = $"Rules {Guid.CreateVersion7():N}" }));

    /// <summary>A document that can be found.</summary>
    protected async Task<string> GivenDocumentAsync(string dataset, string name, string text, object? rule = null)
    {
        var written = await PostAsync(
            $"/datasets/{dataset}/document/create-by-text",
            new { name, text, process_rule = rule ?? new { mode = "automatic" } });
        await Host.Events.DocumentAsync(Guid.Parse(IdOf(written.GetProperty("document"))), "completed");
        return IdOf(written.GetProperty("document"));
    }

    protected static string IdOf(JsonElement element) => element.GetProperty("id").GetString()!;

    protected static string? CodeOf(JsonElement error) => error.GetProperty("code").GetString();

    /// <summary>All names that Dify documents are there.</summary>
    protected static void AssertHas(JsonElement element, string names)
    {
        var missing = names.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(name => !element.TryGetProperty(name, out _));
        Assert.Equal([], missing);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"Expected {status}, got {(int)answer.StatusCode}: {text}");
        Assert.True(answer.StatusCode == HttpStatusCode.NoContent || answer.Headers.Contains("X-Version"), text);
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
