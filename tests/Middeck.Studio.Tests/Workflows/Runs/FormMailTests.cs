using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Middeck.Core.Identifiers;
using Middeck.Studio.Tests.Fakes;
using Middeck.Studio.Workflows.Forms;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Workflows.Runs;

public sealed partial class FormMailTests(PostgresFixture postgres) : WorkflowAppTest(postgres)
{
    private const string Graph = """
        {"nodes": [
            {"id": "start", "data": {"type": "start", "title": "Start", "variables": [{"variable": "topic", "type": "text-input", "label": "Topic"}]}},
            {"id": "ask", "data": {"type": "human-input", "title": "Approve", "form_content": "Publish {{#start.topic#}}? {{#$output.note#}}",
                "inputs": [{"type": "paragraph", "output_variable_name": "note"}],
                "user_actions": [{"id": "yes", "title": "Yes"}, {"id": "no", "title": "No"}],
                "delivery_methods": [{"id": "m", "type": "email", "enabled": true, "config": {
                    "recipients": {"whole_workspace": false, "items": RECIPIENTS},
                    "subject": "About {{#start.topic#}}", "body": "Please look at {{#start.topic#}}: {{#url#}}", "debug_mode": DEBUG}}],
                "timeout": 1, "timeout_unit": "hour"}},
            {"id": "end", "data": {"type": "end", "title": "End", "outputs": [{"variable": "note", "value_selector": ["ask", "note"]}]}}],
         "edges": [{"id": "e1", "source": "start", "target": "ask"}, {"id": "e2", "source": "ask", "sourceHandle": "yes", "target": "end"}]}
        """;

    private readonly MailServer _server = new();

    [Fact]
    public async Task A_mail_leads_to_the_form_and_its_answer_lets_the_run_go_on()
    {
        await GivenMailServerAsync();
        var member = Ids.New(TimeProvider.System);
        Host.Get<KnownPeople>().Names[member] = "Bo";
        var (app, run) = await RunAsync($$"""[{"type": "external", "email": "ann@example.org"}, {"type": "member", "user_id": "{{member}}"}]""");

        await SendDueAsync();

        var mails = await MailsAsync(app, run);
        Assert.Equal(["ann@example.org sent", "bo@example.com sent"], mails.Select(mail => $"{mail["recipient"]} {mail["state"]}"));
        var said = _server.Mails.First(mail => mail.Contains("ann@example.org", StringComparison.Ordinal));
        Assert.Contains("Subject: About tea", said, StringComparison.Ordinal);
        var text = Decode(said);
        Assert.Contains("Please look at tea: https://ai.example.com/form/", text, StringComparison.Ordinal);
        var token = Token().Match(text).Groups[1].Value;

        var form = (await PublicAsync(HttpMethod.Get, token))!;
        Assert.Equal(("Approve", "Graph", "open"), ((string?)form["title"], (string?)form["app_name"], (string?)form["state"]));
        Assert.Equal("Publish tea? {{#$output.note#}}", (string?)form["content"]);
        var forged = await PublicAsync(
            HttpMethod.Post, token, new { action = "yes", inputs = new { note = new { dify_model_identity = "__dify__file__" } } }, HttpStatusCode.BadRequest);
        Assert.Equal("workflows.form_no_files", (string?)forged!["code"]);
        var unknown = await PublicAsync(HttpMethod.Post, token, new { action = "maybe" }, HttpStatusCode.BadRequest);
        Assert.Equal("workflows.unknown_action", (string?)unknown!["code"]);
        await PublicAsync(HttpMethod.Post, token, new { action = "yes", inputs = new { note = "Fine." } }, HttpStatusCode.NoContent);

        Assert.Equal("Fine.", (string?)(await UntilAsync(app, run, "succeeded"))["run"]!["outputs"]!["note"]);
        var closed = (await PublicAsync(HttpMethod.Get, token))!;
        Assert.Equal(("submitted", ""), ((string?)closed["state"], (string?)closed["content"]));
        await PublicAsync(HttpMethod.Post, token, new { action = "yes" }, HttpStatusCode.Conflict);
        await PublicAsync(HttpMethod.Get, "0123456789abcdef0123456789abcdef", expect: HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Why_a_mail_was_not_taken_stands_in_the_run_and_it_is_tried_again_where_that_may_help()
    {
        // It would wake up with each step of the clock, and the next step would cut its attempt off.
        await Host.Get<FormPostman>().StopAsync(CancellationToken.None);
        var (app, run) = await RunAsync("""[{"type": "external", "email": "no-such@example.org"}, {"type": "external", "email": "not an address"}]""");
        await SendDueAsync();
        Assert.Equal(
            ["failed The workspace has no mail server yet. Enter one on the page of the tools, under E-mail.", "failed 'not an address' is no mail address."],
            (await MailsAsync(app, run)).Select(Line));

        await GivenMailServerAsync();
        (app, run) = await RunAsync("""[{"type": "external", "email": "no-such@example.org"}]""");
        await SendDueAsync();
        var refused = Assert.Single(await MailsAsync(app, run));
        Assert.Equal(("waiting", 1), ((string?)refused["state"], (int)refused["attempts"]!));
        Assert.Contains("no such person", (string?)refused["error"], StringComparison.Ordinal);
        foreach (var pause in new[] { 1, 5, 20 })
        {
            Clock.Advance(TimeSpan.FromMinutes(pause));
            await SendDueAsync();
        }

        Clock.Advance(TimeSpan.FromMinutes(60));
        await SendDueAsync();
        // By then nobody can answer any more.
        Assert.Equal("failed The form was answered, or its time was over, before the mail could be sent.", Line(Assert.Single(await MailsAsync(app, run))));

        (app, run) = await RunAsync("[]");
        Assert.Equal("failed Nobody is named whom it could be sent to.", Line(Assert.Single(await MailsAsync(app, run))));
    }

    [Fact]
    public async Task While_a_draft_is_tried_out_only_who_tries_gets_the_mail_if_the_node_says_so()
    {
        await GivenMailServerAsync();
        Host.Get<KnownPeople>().Names[User] = "Me";

        var (app, run) = await RunAsync("""[{"type": "external", "email": "ann@example.org"}]""", debug: true);
        await SendDueAsync();

        Assert.Equal("me@example.com", (string?)Assert.Single(await MailsAsync(app, run))["recipient"]);
    }

    private static string Line(JsonNode mail) => $"{mail["state"]} {mail["error"]}";

    private Task SendDueAsync() => Host.Get<FormPostman>().SendDueAsync(CancellationToken.None);

    private async Task GivenMailServerAsync() => await CallAsync(
        HttpMethod.Put, "/api/v1/tools/email",
        new { host = "localhost", port = _server.Port, tls = false, username = "", sender = "desk@example.com", sender_name = "Desk" });

    private async Task<(Guid App, Guid Run)> RunAsync(string recipients, bool debug = false)
    {
        var app = await GivenGraphAsync(Graph
            .Replace("RECIPIENTS", recipients, StringComparison.Ordinal).Replace("DEBUG", debug ? "true" : "false", StringComparison.Ordinal));
        using var response = await SendAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/workflow-runs", new { draft = true, inputs = new { topic = "tea" } });
        var run = (Guid)(await ReadEventsAsync(response))[0]["workflow_run_id"]!;
        await UntilAsync(app, run, "paused");
        return (app, run);
    }

    private async Task<List<JsonNode>> MailsAsync(Guid app, Guid run)
        => [.. (await ShowAsync(app, run))["forms"]![0]!["mails"]!.AsArray().Select(mail => mail!)];

    private async Task<JsonNode?> PublicAsync(HttpMethod method, string token, object? body = null, HttpStatusCode expect = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(method, $"/s/api/forms/{token}") { Content = body is null ? null : System.Net.Http.Json.JsonContent.Create(body) };
        using var response = await Host.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expect == response.StatusCode, $"{(int)response.StatusCode} {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    // The body is base64 or quoted-printable, as the client of the framework likes.
    private static string Decode(string mail)
    {
        var lines = mail.ReplaceLineEndings("\n").Split("\n\n", 2)[1].Trim();
        return mail.Contains("base64", StringComparison.Ordinal)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(lines.Replace("\n", "", StringComparison.Ordinal)))
            : lines.Replace("=\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
    }

    [GeneratedRegex("/form/([0-9a-f]{32})")]
    private static partial Regex Token();
}
