using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Middeck.Core.Errors;
using Middeck.Models.Gateway;
using Middeck.Storage.Sql;
using Middeck.Studio.Tests.Fakes;
using Middeck.Studio.Tools;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Tools;

public sealed class EmailToolTests(PostgresFixture postgres) : StudioTest(postgres)
{
    [Fact]
    public async Task Mail_goes_by_the_server_of_the_workspace()
    {
        using var server = new MailServer();
        await SetAsync(server, "localhost");

        var said = await SendAsync(new { send_to = "li@example.com; wang@example.com", subject = "报告\nBcc: x@example.com", email_content = "第一行" });

        Assert.Equal("The mail was sent to li@example.com, wang@example.com.", said);
        var mail = Assert.Single(server.Mails);
        Assert.Contains("AUTH login", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("s3cret", mail, StringComparison.Ordinal);
        Assert.Contains("RCPT TO:<wang@example.com>", mail, StringComparison.Ordinal);
        Assert.Contains("<desk@example.com>", mail, StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes("第一行")), mail, StringComparison.Ordinal);
        Assert.DoesNotContain("\nBcc:", mail, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_said()
    {
        Assert.Contains("no mail server yet", await FailsAsync("li@example.com"), StringComparison.Ordinal);
        using var server = new MailServer();
        await SetAsync(server, "localhost");
        Assert.Contains("'nobody' is no mail address", await FailsAsync("nobody"), StringComparison.Ordinal);
        Assert.Contains("no such person", await FailsAsync("nobody@example.com"), StringComparison.Ordinal);
        await SetAsync(server, "127.0.0.1");
        Assert.Contains("outbound.private_address", await FailsAsync("li@example.com"), StringComparison.Ordinal);
        var check = await CallAsync(HttpMethod.Post, "/api/v1/tools/email/test", new { to = "li@example.com" });
        Assert.False((bool)check!["ok"]!);
    }

    [Fact]
    public async Task The_password_is_kept_for_the_server_that_it_was_given_for_and_never_shown()
    {
        using var server = new MailServer();
        await SetAsync(server, "localhost");

        var shown = (await CallAsync(HttpMethod.Get, "/api/v1/tools/email"))!;
        Assert.DoesNotContain("s3cret", shown.ToJsonString(), StringComparison.Ordinal);
        Assert.True((bool)shown["has_password"]!);
        Assert.DoesNotContain("s3cret", await Host.Database.ScalarAsync<string>($"SELECT password FROM studio.mail_setting", CancellationToken.None), StringComparison.Ordinal);
        await CallAsync(HttpMethod.Put, "/api/v1/tools/email", Body(server.Port, "localhost", null, "Office"));
        var moved = await CallAsync(HttpMethod.Put, "/api/v1/tools/email", Body(server.Port, "mail.example.com", null), HttpStatusCode.BadRequest);
        Assert.Equal("tools.mail_password_needed", (string?)moved!["code"]);
        var tls = await CallAsync(HttpMethod.Put, "/api/v1/tools/email", Body(465, "localhost", null), HttpStatusCode.BadRequest);
        Assert.Equal("tools.mail_port_unsupported", (string?)tls!["code"]);
        Assert.True((bool)(await CallAsync(HttpMethod.Post, "/api/v1/tools/email/test", new { to = "li@example.com" }))!["ok"]!);
        await CallAsync(HttpMethod.Delete, "/api/v1/tools/email", expect: HttpStatusCode.NoContent);
        Assert.False((bool)(await CallAsync(HttpMethod.Get, "/api/v1/tools/email"))!["is_set"]!);
    }

    private Task<JsonNode?> SetAsync(MailServer server, string host)
        => CallAsync(HttpMethod.Put, "/api/v1/tools/email", Body(server.Port, host, "s3cret"));

    private static object Body(int port, string host, string? password, string name = "Desk")
        => new { host, port, tls = false, username = "desk", password, sender = "desk@example.com", sender_name = name };

    private async Task<string> FailsAsync(string to)
        => (await Assert.ThrowsAsync<FaultException>(() => SendAsync(new { send_to = to, subject = "a", email_content = "b" }))).Fault.Detail;

    private async Task<string> SendAsync(object arguments)
    {
        var tool = await Host.Get<ToolCatalogue>().FindAsync(
            Workspace, new ToolReference("plugin", "langgenius/email/email", "send_mail"), CancellationToken.None);
        return (await tool!.InvokeAsync(
            new ToolContext(new ModelCaller(Workspace, "app"), null),
            System.Text.Json.JsonSerializer.SerializeToElement(arguments), CancellationToken.None)).Text;
    }
}
