using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Middeck.Core.Security;
using Middeck.Knowledge.Tests.Transfer;

namespace Middeck.Knowledge.Tests;

public sealed class EditingEndpointTests(KnowledgeHost host) : IClassFixture<KnowledgeHost>
{
    private const string Bases = "/api/v1/knowledge-bases";

    private readonly Guid _workspace = Guid.CreateVersion7();
    private HttpClient? _client;

    private HttpClient Client => _client ??= host.Client(_workspace);

    [Fact]
    public async Task A_chunk_is_edited_and_the_slower_editor_is_told()
    {
        var (kb, document) = await GivenDocumentAsync("The exits must be free.\n\nThe stairs must be lit.");
        var chunks = $"{Bases}/{kb}/documents/{document}/chunks";
        var first = (await SendAsync(HttpMethod.Get, chunks)).GetProperty("data")[0];
        var path = $"{chunks}/{first.GetProperty("id").GetGuid()}";
        var seen = first.GetProperty("updated_at").GetString();

        var edited = await SendAsync(HttpMethod.Patch, path, new { content = "The lifts must stand.", expected_updated_at = seen });
        Assert.Equal(("ready", true), (edited.GetProperty("embedding").GetString(), edited.GetProperty("edited").GetBoolean()));
        var refused = await SendAsync(
            HttpMethod.Patch, path, new { content = "Mine.", expected_updated_at = seen }, HttpStatusCode.Conflict);
        Assert.Equal(
            ("knowledge.chunk_changed", "The lifts must stand."),
            (refused.GetProperty("code").GetString(), refused.GetProperty("content").GetString()));

        var found = await SendAsync(HttpMethod.Post, $"{Bases}/{kb}/retrieve", new { query = "lifts", top_k = 1 });
        Assert.Equal("The lifts must stand.", found.GetProperty("records")[0].GetProperty("content").GetString());
        Assert.Equal(1, (await SendAsync(HttpMethod.Get, $"{chunks}?q=STAIRS&enabled=true")).GetProperty("data").GetArrayLength());
    }

    [Theory]
    [InlineData("POST", "chunks", "{\"chunks\":[]}", "chunks")]
    [InlineData("POST", "chunks", "{\"chunks\":[{\"content\":\" \"}]}", "chunks[0].content")]
    [InlineData("POST", "chunks", "{\"chunks\":[{\"content\":\"x\"}],\"after\":99}", "after")]
    [InlineData("POST", "chunks/batch", "{\"action\":\"explode\",\"ids\":[\"01900000-0000-7000-8000-000000000001\"]}", "action")]
    [InlineData("POST", "chunks/batch", "{\"action\":\"delete\",\"ids\":[]}", "ids")]
    [InlineData("PUT", "metadata", "{\"values\":[{\"name\":\"nothing\",\"value\":1}]}", "values[0]")]
    public async Task A_wrong_value_is_refused_with_its_field(string method, string path, string body, string field)
    {
        var (kb, document) = await GivenDocumentAsync("The exits must be free.");
        using var request = new HttpRequestMessage(new HttpMethod(method), $"{Bases}/{kb}/documents/{document}/{path}")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };

        var answer = await Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(field, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_change_but_not_delete_deletes_no_documents_in_a_batch()
    {
        var (kb, document) = await GivenDocumentAsync("The exits must be free.");
        _client = host.Client(_workspace, Permissions.Knowledge.Read, Permissions.Knowledge.Update);

        await SendAsync(
            HttpMethod.Post, $"{Bases}/{kb}/documents/batch", new { action = "delete", ids = new[] { document } }, HttpStatusCode.Forbidden);
        var disabled = await SendAsync(
            HttpMethod.Post, $"{Bases}/{kb}/documents/batch", new { action = "disable", ids = new[] { document } });

        Assert.True(disabled.GetProperty("results")[0].GetProperty("ok").GetBoolean());
        Assert.False((await SendAsync(HttpMethod.Get, $"{Bases}/{kb}/documents/{document}")).GetProperty("enabled").GetBoolean());
    }

    [Fact]
    public async Task Tags_metadata_and_usage_have_their_addresses()
    {
        var (kb, document) = await GivenDocumentAsync("The exits must be free.");
        var tag = (await SendAsync(HttpMethod.Post, "/api/v1/knowledge-tags", new { name = "safety" }, HttpStatusCode.Created)).GetProperty("id").GetGuid();
        await SendAsync(
            HttpMethod.Post,
            "/api/v1/knowledge-tags/bind",
            new { tag_ids = new[] { tag }, knowledge_base_ids = new[] { kb } },
            HttpStatusCode.NoContent);
        var listed = await SendAsync(HttpMethod.Get, $"{Bases}?tag={tag}");
        Assert.Equal("safety", listed.GetProperty("data")[0].GetProperty("tags")[0].GetProperty("name").GetString());

        await SendAsync(HttpMethod.Post, $"{Bases}/{kb}/metadata", new { name = "year", type = "number" }, HttpStatusCode.Created);
        await SendAsync(
            HttpMethod.Put, $"{Bases}/{kb}/documents/{document}/metadata", new { values = new[] { new { name = "year", value = 2026 } } });
        var fields = await SendAsync(HttpMethod.Get, $"{Bases}/{kb}/metadata");
        Assert.Equal(1, fields.GetProperty("fields")[0].GetProperty("value_count").GetInt32());

        var usage = await SendAsync(HttpMethod.Get, $"{Bases}/{kb}/usage");
        Assert.Equal((0, 1), (usage.GetProperty("app_count").GetInt32(), usage.GetProperty("document_count").GetInt32()));
    }

    [Fact]
    public async Task Archives_are_streamed_with_a_signature_or_a_header_and_never_without()
    {
        var (kb, document) = await GivenDocumentAsync("The exits must be free.");
        var url = (await SendAsync(HttpMethod.Get, $"{Bases}/{kb}/export-url?files=true")).GetProperty("url").GetString()!;

        using var archive = await ZipAsync(await Client.GetAsync($"{Bases}/{kb}/export"));
        Assert.Equal(["base.json", "documents.jsonl", "chunks.jsonl"], archive.Entries.Select(entry => entry.FullName));
        var lines = await Client.GetStringAsync($"{Bases}/{kb}/documents/{document}/export?format=jsonl");
        Assert.Equal("The exits must be free.", JsonSerializer.Deserialize<JsonElement>(lines.TrimEnd()).GetProperty("content").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await Client.GetAsync($"{Bases}/{kb}/documents/{document}/export?format=xml")).StatusCode);

        Client.DefaultRequestHeaders.Authorization = null;
        using var signed = await ZipAsync(await Client.GetAsync(url));
        Assert.Equal($"files/{document}/a.txt", signed.Entries[^1].FullName);
        Assert.Equal(
            HttpStatusCode.Forbidden, (await Client.GetAsync(url.Replace("sig=x", "sig=y", StringComparison.Ordinal))).StatusCode);
    }

    [Fact]
    public async Task Originals_are_downloaded_together_under_names_of_their_own()
    {
        var (kb, first) = await GivenDocumentAsync("The exits must be free.");
        var second = await UploadAsync(kb, "a.txt", "The stairs must be lit.");

        using var archive = await ZipAsync(await Client.PostAsJsonAsync(
            $"{Bases}/{kb}/documents/download-zip", new { ids = new[] { first, second } }));
        Assert.Equal(["a.txt", "a (2).txt"], archive.Entries.Select(entry => entry.FullName));
        using var reader = new StreamReader(archive.Entries[1].Open());
        Assert.Equal("The stairs must be lit.", await reader.ReadToEndAsync());

        await SendAsync(
            HttpMethod.Post,
            $"{Bases}/{kb}/documents/download-zip",
            new { ids = new[] { first, Guid.CreateVersion7() } },
            HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_archive_that_is_sent_becomes_a_base_by_a_job()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(ArchiveFile.Of()), "file", "base.zip" } };

        var answer = await Client.PostAsync($"{Bases}/import?name=Moved", form);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var started = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var kb = started.GetProperty("knowledge_base_id").GetGuid();
        await host.JobAsync(_workspace, started.GetProperty("job_id").GetGuid());
        var imported = await SendAsync(HttpMethod.Get, $"{Bases}/{kb}");
        Assert.Equal(("Moved", 1), (imported.GetProperty("name").GetString(), imported.GetProperty("chunk_count").GetInt32()));
    }

    private static async Task<ZipArchive> ZipAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        return new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
    }

    private async Task<(Guid Base, Guid Document)> GivenDocumentAsync(string text)
    {
        var kb = (await SendAsync(HttpMethod.Post, Bases, new { name = "Standards" }, HttpStatusCode.Created)).GetProperty("id").GetGuid();
        return (kb, await UploadAsync(kb, "a.txt", text));
    }

    private async Task<Guid> UploadAsync(Guid kb, string name, string text)
    {
        using var form = new MultipartFormDataContent { { new StringContent(text), "file", name } };
        var answer = await Client.PostAsync($"{Bases}/{kb}/documents", form);
        var document = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await host.Events.DocumentAsync(document, "completed");
        return document;
    }

    private async Task<JsonElement> SendAsync(
        HttpMethod method, string path, object? body = null, HttpStatusCode expect = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        var answer = await Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expect, $"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
