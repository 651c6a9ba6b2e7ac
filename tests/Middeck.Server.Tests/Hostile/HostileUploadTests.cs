using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Middeck.Testing.Hosting;

namespace Middeck.Server.Tests.Hostile;

public sealed class HostileUploadTests(SmallUploadsHost small) : IClassFixture<SmallUploadsHost>
{
    private readonly MiddeckHost _host = small.Host;

    [Theory]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData(@"C:\windows\x.txt", "x.txt")]
    [InlineData("/etc/shadow.txt", "shadow.txt")]
    [InlineData("a\r\nb.txt", "ab.txt")]
    [InlineData("报告 '; DROP TABLE x; --.txt", "报告 '; DROP TABLE x; --.txt")]
    public async Task A_file_name_keeps_no_folder_and_no_line_break(string sent, string kept)
    {
        using var admin = await _host.SignInAsync();
        var documents = await DocumentsAsync(admin);

        var accepted = await SendAsync(admin, documents, sent, "Some text."u8.ToArray());

        Assert.Contains($"\"name\":\"{kept}\"", accepted, StringComparison.Ordinal);
        var document = await admin.UntilAsync(documents, list => IsSettled(list.GetProperty("data")[0]));
        Assert.Equal("completed", document.GetProperty("data")[0].GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_name_of_300_characters_is_shortened_and_keeps_its_type()
    {
        using var admin = await _host.SignInAsync();

        var document = await admin.UploadAsync(
            await DocumentsAsync(admin), new string('长', 300) + ".txt", "Some text."u8.ToArray());

        var name = document.GetProperty("name").GetString()!;
        Assert.Equal(255, name.Length);
        Assert.EndsWith(".txt", name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty.txt", "", 400, "knowledge.file_empty")]
    [InlineData("program.exe", "MZ", 415, "knowledge.unsupported_type")]
    [InlineData("labelled.pdf", "This is no PDF.", 415, "knowledge.unsupported_type")]
    [InlineData("labelled.docx", "%PDF-1.7", 415, "knowledge.unsupported_type")]
    [InlineData("..", "Some text.", 400, "knowledge.file_name_missing")]
    public async Task A_file_that_cannot_be_is_refused_at_once(string name, string content, int status, string code)
    {
        using var admin = await _host.SignInAsync();

        var problem = await admin.UploadAsync(await DocumentsAsync(admin), name, Encoding.UTF8.GetBytes(content), status);

        Assert.Equal(code, problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_with_the_limit()
    {
        using var admin = await _host.SignInAsync();
        var documents = await DocumentsAsync(admin);

        var tooMuch = new byte[SmallUploadsHost.MaxUploadBytes + 1];
        tooMuch.AsSpan().Fill((byte)'a');

        var problem = await admin.UploadAsync(documents, "big.txt", tooMuch, 413);

        Assert.Equal("knowledge.file_too_large", problem.GetProperty("code").GetString());
        Assert.Equal(SmallUploadsHost.MaxUploadBytes, problem.GetProperty("max_bytes").GetInt64());
        Assert.Empty((await admin.GetAsync(documents)).GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task Files_that_cannot_be_read_say_why_and_do_not_hold_up_the_one_beside_them()
    {
        using var admin = await _host.SignInAsync();
        var documents = await DocumentsAsync(admin);
        await admin.UploadAsync(documents, "damaged.pdf", "%PDF-1.7\nnothing more"u8.ToArray());
        await admin.UploadAsync(documents, "encrypted.pdf", EncryptedPdf);
        await admin.UploadAsync(documents, "damaged.docx", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3]);
        await admin.UploadAsync(documents, "blank.txt", "   \n\n  \t "u8.ToArray());
        await admin.UploadAsync(documents, "good.txt", "A good document."u8.ToArray());

        var list = await admin.UntilAsync(documents, list => list.GetProperty("data").EnumerateArray().All(IsSettled));

        foreach (var document in list.GetProperty("data").EnumerateArray())
        {
            var isGood = document.GetProperty("name").GetString() == "good.txt";
            Assert.Equal(isGood ? "completed" : "error", document.GetProperty("status").GetString());
            Assert.Equal(isGood, document.GetProperty("error").ValueKind == JsonValueKind.Null);
            Assert.True(isGood || document.GetProperty("error").GetString()!.EndsWith('.'), document.GetRawText());
        }
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_no_document()
    {
        using var admin = await _host.SignInAsync();
        var documents = await DocumentsAsync(admin);
        var part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"half.txt\"\r\n\r\nHalf of ";

        // Promised and not sent; and sent in full with the closing boundary missing.
        await SendRawAsync(admin, documents, part, contentLength: 100_000);
        var answer = await SendRawAsync(admin, documents, part, contentLength: part.Length);

        Assert.Contains("knowledge.upload_incomplete", answer, StringComparison.Ordinal);
        Assert.Empty((await admin.GetAsync(documents)).GetProperty("data").EnumerateArray());
        await admin.UploadAsync(documents, "whole.txt", "The whole."u8.ToArray());
    }

    [Fact]
    public async Task A_JSON_body_that_breaks_off_does_nothing_and_disturbs_nobody()
    {
        using var admin = await _host.SignInAsync();
        var before = (await admin.GetAsync("/api/v1/apps")).GetProperty("data").GetArrayLength();

        foreach (var body in new[] { "", "{", """{"name":"Half","mode":"ch""", """{"name":"Half","mode":"chat"}""" })
        {
            await SendRawAsync(admin, "/api/v1/apps", body, contentLength: 1_000, type: "application/json");
        }

        Assert.Equal(before, (await admin.GetAsync("/api/v1/apps")).GetProperty("data").GetArrayLength());
        Assert.Empty((await admin.GetAsync("/api/v1/admin/errors")).GetProperty("data").EnumerateArray());
    }

    // Enough of a PDF for a reader to find its Encrypt dictionary.
    private static byte[] EncryptedPdf => Encoding.ASCII.GetBytes("""
        %PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj
        3 0 obj <</Filter/Standard/V 1/R 2/P -44/O(01234567890123456789012345678901)/U(01234567890123456789012345678901)>> endobj
        trailer <</Root 1 0 R/Encrypt 3 0 R/ID[(a)(a)]/Size 4>>
        %%EOF
        """);

    private static bool IsSettled(JsonElement document)
        => document.GetProperty("status").GetString() is "completed" or "error";

    private static async Task<string> DocumentsAsync(MiddeckClient admin)
    {
        var created = await admin.PostAsync("/api/v1/knowledge-bases", new { name = "Uploads", indexing = "economy" }, 201);
        return $"/api/v1/knowledge-bases/{created.GetProperty("id").GetString()}/documents";
    }

    // By hand: the client's own form would tidy the name up first.
    private static async Task<string> SendAsync(MiddeckClient admin, string path, string fileName, byte[] content)
    {
        var encoded = string.Concat(Encoding.UTF8.GetBytes(fileName).Select(value => $"%{value:X2}"));
        var head = $"--b\r\nContent-Disposition: form-data; name=\"file\"; filename*=UTF-8''{encoded}\r\n\r\n";
        using var body = new ByteArrayContent([.. Encoding.ASCII.GetBytes(head), .. content, .. "\r\n--b--\r\n"u8]);
        body.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        using var answer = await admin.Http.PostAsync(path, body);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<string> SendRawAsync(
        MiddeckClient admin, string path, string body, int contentLength, string type = "multipart/form-data; boundary=b")
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(_host.Address.Host, _host.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: {type}\r\nContent-Length: {contentLength}\r\n"
            + $"Authorization: {admin.Http.DefaultRequestHeaders.Authorization}\r\n\r\n{body}"));
        if (body.Length < contentLength)
        {
            socket.Client.Shutdown(SocketShutdown.Send);
        }

        using var reader = new StreamReader(stream);
        try
        {
            return await reader.ReadToEndAsync();
        }
        catch (IOException)
        {
            // The server reset the connection, which is an answer too.
            return "";
        }
    }
}
