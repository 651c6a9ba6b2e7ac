using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Middeck.Operations.Backup.Drills;

/// <summary>What can be asked of every home: its health, its apps, its knowledge bases and, where there is one, the first base a question.</summary>
internal sealed class DrillQuestions(Uri platform) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false })
    {
        BaseAddress = platform,
        Timeout = TimeSpan.FromSeconds(30),
    };

    public void Dispose() => _http.Dispose();

    /// <summary>Null while it does not answer that it can serve.</summary>
    public async Task<string?> HealthAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.GetAsync(new Uri("/health", UriKind.Relative), cancellationToken);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return null;
            }

            var body = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            return $"health: {body.GetProperty("status").GetString()}";
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<string>> AskAsync(string key, CancellationToken cancellationToken)
    {
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var apps = await ListAsync("/api/v1/apps?limit=100", cancellationToken);
        var bases = await ListAsync("/api/v1/knowledge-bases?limit=100", cancellationToken);
        var answers = new List<string> { $"apps: {Count(apps)}", $"knowledge bases: {Count(bases)}" };
        if (bases.GetProperty("data").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } first)
        {
            answers.Add(await RetrieveAsync(first, cancellationToken));
        }

        return answers;
    }

    private async Task<string> RetrieveAsync(JsonElement knowledgeBase, CancellationToken cancellationToken)
    {
        var name = knowledgeBase.GetProperty("name").GetString();
        using var response = await _http.PostAsJsonAsync(
            new Uri($"/api/v1/knowledge-bases/{knowledgeBase.GetProperty("id").GetString()}/retrieve", UriKind.Relative),
            new { query = name, top_k = 3 },
            cancellationToken);
        var body = await BodyAsync(response, cancellationToken);
        return $"asked \"{name}\": {body.GetProperty("records").GetArrayLength()} passages found";
    }

    private async Task<JsonElement> ListAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return await BodyAsync(response, cancellationToken);
    }

    private static async Task<JsonElement> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
        => response.IsSuccessStatusCode
            ? await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)
            : throw new RefusedException(
                ExitCode.DrillFailed,
                DrillMessages.Refused(response.RequestMessage!.RequestUri!.AbsolutePath, (int)response.StatusCode));

    private static string Count(JsonElement list)
        => $"{list.GetProperty("data").GetArrayLength()}{(list.GetProperty("has_more").GetBoolean() ? " and more" : "")}";
}
