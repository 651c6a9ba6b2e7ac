using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Files;

/// <summary>Uploads, and apps that take files.</summary>
public abstract class FileTest(PostgresFixture postgres) : StudioTest(postgres)
{
    private protected static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private protected static readonly object TakesAll = new
    {
        file_upload = new
        {
            enabled = true,
            allowed_file_types = new[] { "image", "document", "audio", "custom" },
            allowed_file_extensions = new[] { ".DAT" },
            number_limits = 3,
            image = new { detail = "low" },
        },
    };

    private protected override void Configure(StudioOptions options)
    {
        options.MaxImageBytes = 2_000;
        options.MaxDocumentBytes = 4_000;
        options.MaxAudioBytes = 5_000;
        options.MaxVideoBytes = 6_000;
        options.FileTokens = 100;
        options.FileImages = 2;
    }

    private protected static object Local(Guid id) => new { type = "image", transfer_method = "local_file", upload_file_id = id };

    private protected static object Remote(string url) => new { type = "image", transfer_method = "remote_url", url };

    private protected async Task RefusedAsync(Guid app, object file, string words)
    {
        var problem = await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/chat", Body("?", new { files = new[] { file } }), HttpStatusCode.BadRequest);
        Assert.Contains(words, (string?)problem!["detail"], StringComparison.Ordinal);
    }

    private protected Task<Guid> UploadAsync(Guid app, string name, string text) => UploadAsync(app, name, Encoding.UTF8.GetBytes(text));

    private protected async Task<Guid> UploadAsync(Guid app, string name, byte[] content)
    {
        using var response = await SendFormAsync($"/api/v1/apps/{app}/files", Form(name, content));
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.Created, body);
        return (Guid)JsonNode.Parse(body)!["id"]!;
    }

    private protected static MultipartFormDataContent Form(string name, byte[] content)
    {
        var part = new ByteArrayContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return new MultipartFormDataContent { { part, "file", name } };
    }

    private protected async Task<HttpResponseMessage> SendFormAsync(string path, MultipartFormDataContent form)
    {
        Clock.Advance(TimeSpan.FromMilliseconds(2));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        request.Headers.Add("X-User", User.ToString());
        request.Headers.Add("X-Workspace", Workspace.ToString());
        return await Host.Client.SendAsync(request);
    }

    private protected async Task<long> ObjectsAsync()
        => await Host.Database.ScalarAsync<long>(
            $"SELECT count(*) FROM studio.object WHERE workspace_id = {Workspace}", CancellationToken.None);

    private protected async Task<JsonArray> MessagesAsync(List<JsonObject> events)
        => (await CallAsync(
            HttpMethod.Get, $"/api/v1/conversations/{(Guid)events[0]["conversation_id"]!}/messages"))!["data"]!.AsArray();
}
