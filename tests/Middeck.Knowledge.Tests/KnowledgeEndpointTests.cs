using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Knowledge.Tests;

public sealed class KnowledgeEndpointTests(KnowledgeHost host) : IClassFixture<KnowledgeHost>
{
    private const string Bases = "/api/v1/knowledge-bases";

    private readonly HttpClient _client = host.Client(Guid.CreateVersion7());

    [Fact]
    public async Task A_document_goes_from_upload_to_answer()
    {
        var kb = await GivenBaseAsync();
        var uploaded = await UploadAsync(kb, "消防 规范.md", "# 疏散\n\n疏散走道的净宽度不应小于 1.1 m。\n\n灭火器应设置在明显位置。");
        Assert.Equal(HttpStatusCode.Accepted, uploaded.StatusCode);
        var document = (await JsonAsync(uploaded)).GetProperty("id").GetGuid();
        await host.Events.DocumentAsync(document, "completed");

        var found = await JsonAsync(await _client.PostAsJsonAsync($"{Bases}/{kb}/retrieve", new { query = "疏散走道净宽度", top_k = 1 }));
        var record = Assert.Single(found.GetProperty("records").EnumerateArray());
        Assert.Equal("消防 规范.md", record.GetProperty("document").GetProperty("name").GetString());
        Assert.InRange(record.GetProperty("score").GetDouble(), 0.5, 1);
        Assert.NotEmpty(record.GetProperty("highlights").EnumerateArray());

        var chunk = record.GetProperty("chunk").GetProperty("id").GetGuid();
        var text = await GetAsync($"{Bases}/{kb}/documents/{document}/text?around={chunk}");
        var highlight = text.GetProperty("highlight");
        Assert.Equal(
            record.GetProperty("content").GetString(),
            text.GetProperty("text").GetString()!.Substring(
                highlight.GetProperty("start").GetInt32(), highlight.GetProperty("length").GetInt32()));

        var first = await GetAsync($"{Bases}/{kb}/documents/{document}/chunks?limit=1");
        var second = await GetAsync(
            $"{Bases}/{kb}/documents/{document}/chunks?limit=1&cursor={first.GetProperty("next_cursor").GetString()}");
        Assert.Equal(2, second.GetProperty("data")[0].GetProperty("position").GetInt32());
        Assert.False(second.GetProperty("has_more").GetBoolean());

        var counted = await GetAsync($"{Bases}/{kb}");
        Assert.Equal((1, 2), (counted.GetProperty("document_count").GetInt32(), counted.GetProperty("chunk_count").GetInt32()));
    }

    [Fact]
    public async Task Documents_are_listed_by_statuses_and_switches()
    {
        var kb = await GivenBaseAsync();
        var ids = new Dictionary<string, Guid>();
        foreach (var name in new[] { "on.txt", "off.txt", "archived.txt" })
        {
            ids[name] = (await JsonAsync(await UploadAsync(kb, name, $"{name} of {kb}"))).GetProperty("id").GetGuid();
            await host.Events.DocumentAsync(ids[name], "completed");
        }

        ids["failed.txt"] = (await JsonAsync(await UploadAsync(kb, "failed.txt", " \n "))).GetProperty("id").GetGuid();
        await host.Events.DocumentAsync(ids["failed.txt"], "error");
        await _client.PatchAsJsonAsync($"{Bases}/{kb}/documents/{ids["off.txt"]}", new { enabled = false });
        await _client.PostAsJsonAsync(
            $"{Bases}/{kb}/documents/batch", new { action = "archive", ids = new[] { ids["archived.txt"] } });

        Assert.Equal("archived failed off on", await NamesAsync(""));
        Assert.Equal("off", await NamesAsync("?enabled=false"));
        Assert.Equal("archived", await NamesAsync("?archived=true"));
        Assert.Equal("failed on", await NamesAsync("?archived=false&enabled=true"));
        Assert.Equal("failed", await NamesAsync("?status=error"));
        Assert.Equal("archived failed off on", await NamesAsync("?status=error&status=completed"));
        Assert.Equal("", await NamesAsync("?status=waiting&status=parsing"));
        Assert.Equal("knowledge.invalid_status", await CodeAsync(await _client.GetAsync($"{Bases}/{kb}/documents?status=error&status=odd")));
        var failed = await GetAsync($"{Bases}/{kb}/documents/{ids["failed.txt"]}");
        Assert.Equal("knowledge.no_text", failed.GetProperty("error_code").GetString());

        async Task<string> NamesAsync(string query)
            => string.Join(' ', (await GetAsync($"{Bases}/{kb}/documents{query}")).GetProperty("data").EnumerateArray()
                .Select(document => Path.GetFileNameWithoutExtension(document.GetProperty("name").GetString())).Order());
    }

    [Fact]
    public async Task Hit_testing_shows_what_the_threshold_leaves_out()
    {
        var kb = await GivenBaseAsync();
        var document = (await JsonAsync(await UploadAsync(kb, "a.txt", "Exits of trains.\n\nExits must be kept free."))).GetProperty("id").GetGuid();
        await host.Events.DocumentAsync(document, "completed");

        var plain = await RecordsAsync(new { query = "exits of trains", score_threshold = 0.9 });
        var explained = await RecordsAsync(new { query = "exits of trains", score_threshold = 0.9, explain = true });

        Assert.False(Assert.Single(plain).Below);
        Assert.Equal([("Exits of trains.", false), ("Exits must be kept free.", true)], explained);

        async Task<List<(string? Content, bool Below)>> RecordsAsync(object body)
            => (await JsonAsync(await _client.PostAsJsonAsync($"{Bases}/{kb}/retrieve", body))).GetProperty("records").EnumerateArray()
                .Select(record => (record.GetProperty("content").GetString(), record.GetProperty("below_threshold").GetBoolean())).ToList();
    }

    [Fact]
    public async Task A_download_needs_no_header_but_a_signature_and_never_runs_as_a_page()
    {
        var kb = await GivenBaseAsync();
        var document = (await JsonAsync(await UploadAsync(kb, "页.html", "<p>hi</p><script>alert(1)</script>"))).GetProperty("id").GetGuid();
        var url = (await GetAsync($"{Bases}/{kb}/documents/{document}/download-url")).GetProperty("url").GetString()!;
        _client.DefaultRequestHeaders.Authorization = null;

        var answer = await _client.GetAsync(url);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("页.html", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("<p>hi</p>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, (await _client.GetAsync(url.Replace("sig=x", "sig=y", StringComparison.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _client.GetAsync($"/files/knowledge/{document}")).StatusCode);
    }

    [Theory]
    [InlineData("{}", "name")]
    [InlineData("{\"name\":\"\"}", "name")]
    [InlineData("{\"name\":\"x\",\"chunking\":{\"max_length\":10,\"overlap\":0}}", "chunking.max_length")]
    [InlineData("{\"name\":\"x\",\"retrieval\":{\"top_k\":0}}", "retrieval.top_k")]
    [InlineData("{\"name\":\"x\",\"indexing\":\"none\"}", "indexing")]
    public async Task A_wrong_value_is_refused_with_its_field(string body, string field)
    {
        var answer = await _client.PostAsync(Bases, new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(field, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_renamed_to_what_was_typed_or_not_at_all()
    {
        var kb = await GivenBaseAsync();
        var uploaded = await JsonAsync(await UploadAsync(kb, "a.txt", $"Exits of {kb}."));
        var document = $"{Bases}/{kb}/documents/{uploaded.GetProperty("id").GetGuid()}";

        Assert.Equal(
            HttpStatusCode.OK, (await _client.PatchAsJsonAsync(document, new { name = "👨‍👩‍👧 规范.txt" })).StatusCode);
        var refused = await _client.PatchAsJsonAsync(document, new { name = "2026/规范.txt" });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("name", (await JsonAsync(refused)).GetProperty("field").GetString());
        Assert.Equal("👨‍👩‍👧 规范.txt", (await GetAsync(document)).GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_file_over_the_limit_is_413_and_the_limit_can_be_asked_for()
    {
        var kb = await GivenBaseAsync();

        var near = await UploadAsync(kb, "near.txt", new string('a', 2_000_001));
        var far = await UploadAsync(kb, "far.txt", new string('a', 5_000_000));

        Assert.Equal("knowledge.file_too_large", await CodeAsync(near));
        Assert.Equal("knowledge.file_too_large", await CodeAsync(far));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, near.StatusCode);
        Assert.Equal(2_000_000, (await GetAsync("/api/v1/upload-limits")).GetProperty("max_bytes").GetInt64());
    }

    [Fact]
    public async Task Keys_are_made_listed_and_revoked()
    {
        var made = await JsonAsync(await _client.PostAsJsonAsync($"{Bases}/api-keys", new { name = "sync" }));
        Assert.StartsWith("dataset-", made.GetProperty("key").GetString(), StringComparison.Ordinal);

        var revoked = await _client.DeleteAsync($"{Bases}/api-keys/{made.GetProperty("id").GetGuid()}");
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        Assert.Empty((await GetAsync($"{Bases}/api-keys")).GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task Across_the_border_of_a_workspace_nothing_is_there()
    {
        var kb = await GivenBaseAsync();
        var uploaded = await JsonAsync(await UploadAsync(kb, "a.txt", $"Exits of {kb}."));
        var document = $"{Bases}/{kb}/documents/{uploaded.GetProperty("id").GetGuid()}";
        var stranger = host.Client(Guid.CreateVersion7());

        foreach (var path in new[] { $"{Bases}/{kb}", $"{Bases}/{kb}/documents", document, $"{document}/chunks", $"{document}/download-url" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).StatusCode);
        }

        foreach (var path in new[]
        {
            $"{document}/cancel", $"{document}/retry", $"{document}/pause", $"{document}/resume", $"{document}/rechunk",
            $"{document}/chunking-preview", $"{Bases}/{kb}/pause", $"{Bases}/{kb}/resume", $"{Bases}/{kb}/retry-failed",
            $"{Bases}/{kb}/rechunk", $"{Bases}/{kb}/reembedding/cancel",
        })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(path, null)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await UploadAsync(kb, "b.txt", "text", stranger)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsJsonAsync($"{Bases}/{kb}/retrieve", new { query = "exits" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.DeleteAsync(document)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.DeleteAsync($"{Bases}/{kb}")).StatusCode);
    }

    [Fact]
    public async Task Reading_is_not_writing()
    {
        var kb = await GivenBaseAsync();
        var reader = host.Client(Guid.CreateVersion7(), Permissions.Knowledge.Read);

        Assert.Equal(HttpStatusCode.Forbidden, (await UploadAsync(kb, "a.txt", "text", reader)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.DeleteAsync($"{Bases}/{kb}")).StatusCode);
    }

    [Fact]
    public void Every_endpoint_but_the_signed_downloads_names_its_permission()
        => Assert.Equal(
            ["DownloadDocument", "DownloadDocumentVersion", "DownloadKnowledgeBase"],
            host.Services.GetRequiredService<EndpointDataSource>().Endpoints
                .Where(endpoint => endpoint.Metadata.GetMetadata<PermissionMetadata>() is null)
                .Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName));

    private async Task<Guid> GivenBaseAsync()
    {
        var answer = await _client.PostAsJsonAsync(Bases, new { name = "Standards" });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await JsonAsync(answer)).GetProperty("id").GetGuid();
    }

    private async Task<HttpResponseMessage> UploadAsync(Guid kb, string name, string text, HttpClient? client = null)
    {
        using var form = new MultipartFormDataContent { { new StringContent(text), "file", name } };
        return await (client ?? _client).PostAsync($"{Bases}/{kb}/documents", form);
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        var answer = await _client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await JsonAsync(answer);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer)
        => (await JsonAsync(answer)).GetProperty("code").GetString();

    private static Task<JsonElement> JsonAsync(HttpResponseMessage answer)
        => answer.Content.ReadFromJsonAsync<JsonElement>();
}
