using System.Net.Http.Json;
using System.Text.Json;
using Middeck.Testing.Hosting;

namespace Middeck.Server.Tests.Hostile;

public sealed class HostileTextTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    private const string NewBase = """{"name":"a","indexing":"economy"}""";

    [Theory]
    [MemberData(nameof(HostileTexts.Names), MemberType = typeof(HostileTexts))]
    public async Task A_text_is_kept_as_it_was_sent_or_refused_with_a_sentence(string name)
    {
        var text = HostileTexts.Of(name);
        using var admin = await host.SignInAsync();
        var wrong = new List<string>();
        foreach (var field in await FieldsAsync(admin))
        {
            using var request = new HttpRequestMessage(new HttpMethod(field.Method), field.Path)
            {
                Content = JsonContent.Create(field.Body(text)),
            };
            using var answer = await admin.Http.SendAsync(request);
            var body = await answer.Content.ReadAsStringAsync();
            if (!answer.IsSuccessStatusCode)
            {
                if ((int)answer.StatusCode >= 500 || !IsProblem(body))
                {
                    wrong.Add($"{field}: {(int)answer.StatusCode} {body}");
                }

                continue;
            }

            if (field.Readback is not null)
            {
                var path = field.Readback.Contains("{id}", StringComparison.Ordinal)
                    ? field.Readback.Replace("{id}", Parse(body).GetProperty("id").GetString(), StringComparison.Ordinal)
                    : field.Readback;
                body = (await admin.GetAsync(path)).GetRawText();
            }

            if (field.IsVerbatim && !Texts(Parse(body)).Contains(text))
            {
                wrong.Add($"{field}: stored otherwise: {body}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(HostileTexts.Names), MemberType = typeof(HostileTexts))]
    public async Task A_text_that_is_searched_for_finds_nothing_and_breaks_nothing(string name)
    {
        var text = HostileTexts.Of(name);
        using var admin = await host.SignInAsync();
        var knowledgeBase = await admin.PostAsync("/api/v1/knowledge-bases", new { name = "Searched", indexing = "economy" }, 201);
        var id = knowledgeBase.GetProperty("id").GetString();
        var wrong = new List<string>();
        foreach (var path in new[]
        {
            "/api/v1/apps?q=", "/api/v1/knowledge-bases?q=", $"/api/v1/knowledge-bases/{id}/documents?q=",
            "/api/v1/admin/users?q=", "/api/v1/audit?actor=", "/api/v1/audit?action=", "/api/v1/jobs?kind=", "/api/v1/apps?mode=",
            "/api/v1/apps?cursor=", "/api/v1/apps?tag_ids=", "/api/v1/app-templates?language=", "/api/v1/app-templates?category=",
            "/api/v1/usage?group_by=", "/api/v1/models?type=", "/api/v1/jobs?state=",
        })
        {
            using var answer = await admin.Http.GetAsync(path + Uri.EscapeDataString(text));
            var body = await answer.Content.ReadAsStringAsync();
            if ((int)answer.StatusCode >= 500 || (!answer.IsSuccessStatusCode && !IsProblem(body)))
            {
                wrong.Add($"{path}: {(int)answer.StatusCode} {body}");
            }
        }

        using var found = await admin.Http.PostAsync(
            $"/api/v1/knowledge-bases/{id}/retrieve", JsonContent.Create(new { query = text }));
        if ((int)found.StatusCode is not (200 or 400))
        {
            wrong.Add($"retrieve: {(int)found.StatusCode} {await found.Content.ReadAsStringAsync()}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(HostileTexts.Names), MemberType = typeof(HostileTexts))]
    public async Task A_question_is_kept_as_it_was_asked(string name)
    {
        var text = HostileTexts.Of(name);
        using var admin = await host.SignInAsync();
        using var program = host.With((await admin.PublishedAppAsync()).Key);

        using var answer = await program.Http.PostAsync(
            "/v1/chat-messages",
            JsonContent.Create(new { inputs = new { note = text }, query = text, response_mode = "blocking", user = text }));
        var body = Parse(await answer.Content.ReadAsStringAsync());
        if (!answer.IsSuccessStatusCode)
        {
            Assert.Equal(400, (int)answer.StatusCode);
            Assert.NotEqual("", body.GetProperty("message").GetString());
            return;
        }

        var conversation = body.GetProperty("conversation_id").GetString();
        var messages = await program.GetAsync(
            $"/v1/messages?conversation_id={conversation}&user={Uri.EscapeDataString(text)}");
        Assert.Equal(text, messages.GetProperty("data")[0].GetProperty("query").GetString());
    }

    [Theory]
    [MemberData(nameof(HostileTexts.Names), MemberType = typeof(HostileTexts))]
    public async Task Signing_in_with_nonsense_is_refused_in_order(string name)
    {
        using var anonymous = host.Anonymous();
        using var answer = await anonymous.Http.PostAsync(
            "/api/v1/auth/login", JsonContent.Create(new { email = HostileTexts.Of(name), password = HostileTexts.Of(name) }));

        Assert.InRange((int)answer.StatusCode, 400, 429);
        Assert.True(IsProblem(await answer.Content.ReadAsStringAsync()));
    }

    private static async Task<TextField[]> FieldsAsync(MiddeckClient admin)
    {
        var (app, _) = await admin.PublishedAppAsync();
        var appPath = $"/api/v1/apps/{app}";
        var created = await admin.PostAsync("/api/v1/knowledge-bases", new { name = "Texts", indexing = "economy" }, 201);
        var basePath = $"/api/v1/knowledge-bases/{created.GetProperty("id").GetString()}";
        var document = await admin.UploadAsync($"{basePath}/documents", "plain.txt", "Plain text."u8.ToArray());
        var documentPath = $"{basePath}/documents/{document.GetProperty("id").GetString()}";
        var revision = (await admin.GetAsync($"{appPath}/draft")).GetProperty("revision").GetInt32();
        return
        [
            new("POST", "/api/v1/workspaces", "name"),
            new("PATCH", "/api/v1/auth/me", "name", Readback: "/api/v1/auth/me"),
            new("PATCH", "/api/v1/auth/me", "language"),
            new("POST", "/api/v1/apps", "name", """{"mode":"chat"}""", "/api/v1/apps/{id}"),
            new("POST", "/api/v1/apps", "description", """{"mode":"chat","name":"a"}""", "/api/v1/apps/{id}"),
            new("POST", "/api/v1/apps", "icon", """{"mode":"chat","name":"a"}""", "/api/v1/apps/{id}"),
            new("POST", "/api/v1/apps", "mode", """{"name":"a"}"""),
            new("POST", "/api/v1/apps", "config.pre_prompt", """{"mode":"chat","name":"a"}""", "/api/v1/apps/{id}/draft"),
            new("POST", "/api/v1/apps", "config.unknown.field", """{"mode":"chat","name":"a"}""", "/api/v1/apps/{id}/draft"),
            new("PATCH", appPath, "name", Readback: appPath),
            new("PATCH", appPath, "description", Readback: appPath),
            new("PUT", $"{appPath}/draft", "config.opening_statement", $$"""{"revision":{{revision}}}""", $"{appPath}/draft"),
            new("POST", $"{appPath}/publish", "note", Readback: $"{appPath}/versions"),
            new("POST", $"{appPath}/publish", "name", Readback: $"{appPath}/versions"),
            new("PATCH", $"{appPath}/versions/1", "note", Readback: $"{appPath}/versions"),
            new("POST", $"{appPath}/copy", "name", Readback: "/api/v1/apps/{id}"),
            new("POST", "/api/v1/apps", "template"),
            new("POST", "/api/v1/app-tags", "name", Readback: "/api/v1/app-tags"),
            new("PUT", $"{appPath}/site", "title", Readback: $"{appPath}/site"),
            new("PUT", $"{appPath}/site", "custom_disclaimer", """{"title":"a"}""", $"{appPath}/site"),
            new("POST", $"{appPath}/api-keys", "name", Readback: $"{appPath}/api-keys"),
            new("POST", "/api/v1/management-keys", "name", """{"scopes":["apps.read"]}""", "/api/v1/management-keys"),
            new("POST", "/api/v1/knowledge-bases/api-keys", "name", Readback: "/api/v1/knowledge-bases/api-keys"),
            new("POST", "/api/v1/knowledge-bases", "name", """{"indexing":"economy"}""", "/api/v1/knowledge-bases/{id}"),
            new("POST", "/api/v1/knowledge-bases", "description", NewBase, "/api/v1/knowledge-bases/{id}"),
            new("POST", "/api/v1/knowledge-bases", "chunking.separator", NewBase, "/api/v1/knowledge-bases/{id}"),
            new("POST", "/api/v1/knowledge-bases", "embedding_model", """{"name":"a","indexing":"high_quality"}"""),
            new("PATCH", basePath, "name", Readback: basePath),
            new("PATCH", basePath, "description", Readback: basePath),
            // The name of a file, and cleaned as such.
            new("PATCH", documentPath, "name", Readback: documentPath, IsVerbatim: false),
            new("POST", "/api/v1/model-providers", "name", """{"kind":"openai","api_key":"sk-a"}"""),
            new("POST", "/api/v1/model-providers", "base_url", """{"name":"b","kind":"openai","api_key":"sk-a"}"""),
            // Shown masked only.
            new("POST", "/api/v1/model-providers", "api_key", """{"name":"c","kind":"openai"}""", IsVerbatim: false),
            new("POST", "/api/v1/model-providers", "kind", """{"name":"d","api_key":"sk-a"}"""),
            new("PUT", "/api/v1/default-models", "llm"),
        ];
    }

    private static bool IsProblem(string body)
        => body.StartsWith('{')
            && Parse(body) is var problem
            && problem.TryGetProperty("code", out _)
            && problem.TryGetProperty("detail", out var detail)
            && detail.GetString()!.Length > 0;

    private static JsonElement Parse(string json) => JsonSerializer.Deserialize<JsonElement>(json);

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value)),
        _ => [],
    };
}
