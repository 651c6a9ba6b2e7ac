using System.Net;
using System.Text.Json.Nodes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Dify;

public sealed class DifyFileTests(PostgresFixture postgres) : StudioTest(postgres)
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private static readonly object TakesPictures = new
    {
        file_upload = new { image = new { enabled = true, number_limits = 2, transfer_methods = new[] { "local_file" } } },
    };

    private protected override void Configure(StudioOptions options) => options.MaxImageBytes = 2_000;

    [Fact]
    public async Task An_upload_is_answered_in_Difys_fields_used_listed_and_fetched()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync(TakesPictures));

        var file = await UploadAsync(key, Form(("file", "cat.png", Png)), HttpStatusCode.Created);

        Assert.Equal("cat.png", (string?)file["name"]);
        Assert.Equal(11, (long)file["size"]!);
        Assert.Equal("png", (string?)file["extension"]);
        Assert.Equal("image/png", (string?)file["mime_type"]);
        Assert.NotEqual(Guid.Empty, (Guid)file["created_by"]!);
        Assert.True((long)file["created_at"]! > 1_700_000_000);
        var id = (Guid)file["id"]!;

        var answer = await CallWithKeyAsync(HttpMethod.Post, "/v1/chat-messages", key, Ask(id));
        var listed = (await CallWithKeyAsync(
            HttpMethod.Get, $"/v1/messages?user=u&conversation_id={answer!["conversation_id"]}", key))!["data"]![0]!["message_files"]![0]!;
        Assert.Equal("cat.png", (string?)listed["filename"]);
        Assert.Equal("image", (string?)listed["type"]);
        Assert.Equal("user", (string?)listed["belongs_to"]);
        Assert.Equal("local_file", (string?)listed["transfer_method"]);
        Assert.Equal(id, (Guid)listed["upload_file_id"]!);
        Assert.Equal(Png, await Host.Client.GetByteArrayAsync(new Uri((string)listed["url"]!)));

        using var preview = await SendWithKeyAsync(HttpMethod.Get, $"/v1/files/{id}/preview?user=u", key);
        Assert.Equal("image/png", preview.Content.Headers.ContentType!.MediaType);
        Assert.Null(preview.Content.Headers.ContentDisposition);
        Assert.Equal(Png, await preview.Content.ReadAsByteArrayAsync());
        using var saved = await SendWithKeyAsync(HttpMethod.Get, $"/v1/files/{id}/preview?as_attachment=true", key);
        Assert.Equal("attachment", saved.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task Another_user_another_app_and_another_workspace_do_not_see_it()
    {
        var app = await GivenPublishedAppAsync(TakesPictures);
        var key = await GivenKeyAsync(app);
        var id = (Guid)(await UploadAsync(key, Form(("file", "cat.png", Png)), HttpStatusCode.Created))["id"]!;

        await ErrorAsync(HttpMethod.Get, $"/v1/files/{id}/preview?user=other", key, 403, "file_access_denied");
        var foreign = await GivenKeyAsync(await GivenPublishedAppAsync(TakesPictures));
        await ErrorAsync(HttpMethod.Get, $"/v1/files/{id}/preview", foreign, 403, "file_access_denied");
        await ErrorAsync(
            HttpMethod.Get, $"/v1/files/01900000-0000-7000-8000-000000000001/preview", key, 404, "file_not_found");
        await ErrorAsync(HttpMethod.Get, "/v1/files/17/preview", key, 404, "file_not_found");
        var error = await CallWithKeyAsync(
            HttpMethod.Post, "/v1/chat-messages", foreign, Ask(id), HttpStatusCode.BadRequest);
        Assert.Equal("invalid_param", (string?)error!["code"]);
    }

    [Fact]
    public async Task What_is_wrong_with_an_upload_is_said_in_Difys_codes()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync());

        await RefusedAsync(key, Form(), 400, "no_file_uploaded");
        await RefusedAsync(key, Form(("picture", "cat.png", Png)), 400, "no_file_uploaded");
        await RefusedAsync(key, Form(("file", "a.png", Png), ("file", "b.png", Png)), 400, "too_many_files");
        await RefusedAsync(key, Form(("file", "...", Png)), 400, "filename_not_exists_error");
        await RefusedAsync(key, Form(("file", "a.png", new byte[3_000])), 413, "file_too_large");
        await RefusedAsync(key, Form(("file", "a.png", "text"u8.ToArray())), 415, "unsupported_file_type");
        await RefusedAsync(key, Form(("file", "a.exe", Png)), 400, "file_extension_blocked");
    }

    [Fact]
    public async Task Clients_are_told_what_an_app_takes()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync(TakesPictures));
        var parameters = await CallWithKeyAsync(HttpMethod.Get, "/v1/parameters", key);
        Assert.True((bool)parameters!["file_upload"]!["image"]!["enabled"]!);
        Assert.Equal(2, (int)parameters["file_upload"]!["image"]!["number_limits"]!);
        Assert.Equal(15, (int)parameters["system_parameters"]!["file_size_limit"]!);

        var none = await GivenKeyAsync(await GivenPublishedAppAsync());
        parameters = await CallWithKeyAsync(HttpMethod.Get, "/v1/parameters", none);
        Assert.False((bool)parameters!["file_upload"]!["image"]!["enabled"]!);
    }

    private static object Ask(Guid file) => new
    {
        query = "What?",
        inputs = new { },
        user = "u",
        files = new[] { new { type = "image", transfer_method = "local_file", upload_file_id = file } },
    };

    private static MultipartFormDataContent Form(params (string Field, string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (field, name, content) in files)
        {
            form.Add(new ByteArrayContent(content), field, name);
        }

        // Behind the file, where clients may put it too.
        form.Add(new StringContent("u"), "user");
        return form;
    }

    private async Task<JsonNode> UploadAsync(string key, MultipartFormDataContent form, HttpStatusCode expect)
    {
        Clock.Advance(TimeSpan.FromMilliseconds(2));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/files/upload") { Content = form };
        request.Headers.Add("Authorization", $"Bearer {key}");
        using var response = await Host.Client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expect, $"{(int)response.StatusCode} {body}");
        return JsonNode.Parse(body)!;
    }

    private async Task RefusedAsync(string key, MultipartFormDataContent form, int status, string code)
        => Assert.Equal(code, (string?)(await UploadAsync(key, form, (HttpStatusCode)status))["code"]);

    private async Task ErrorAsync(HttpMethod method, string path, string key, int status, string code)
        => Assert.Equal(code, (string?)(await CallWithKeyAsync(method, path, key, null, (HttpStatusCode)status))!["code"]);
}
