using System.Net;
using System.Text.Json.Nodes;
using Middeck.Core.Identifiers;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Channels;

public sealed class ChannelTests(PostgresFixture postgres) : ChannelTest(postgres)
{
    private static readonly object SlackSecrets = new { bot_token = "xoxb-1234567890", signing_secret = "abcdefabcdef" };

    [Fact]
    public async Task Secrets_are_shown_by_their_ends_and_kept_encrypted()
    {
        var app = await GivenAppAsync();
        var made = await GivenChannelAsync(app, "slack", null, SlackSecrets);

        var shown = await ReadAsync(app, made);
        Assert.Equal(
            ("••••7890", "••••cdef"),
            ((string?)shown!["secrets"]!["bot_token"], (string?)shown["secrets"]!["signing_secret"]));
        Assert.Equal($"/triggers/channels/{IdOf(made)}", (string?)shown["callback_path"]);
        Assert.Equal(("unused", "en"), ((string?)shown["state"], (string?)shown["settings"]!["language"]));
        var stored = await Host.Database.QueryAsync(
            $"SELECT secrets FROM studio.channel WHERE id = {IdOf(made)}", row => row.At<string>(0), CancellationToken.None);
        Assert.StartsWith($"sealed|studio.channel/{IdOf(made)}|", Assert.Single(stored), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_given_stays_when_a_channel_is_changed()
    {
        var app = await GivenAppAsync();
        var made = await GivenChannelAsync(app, "slack", null, SlackSecrets);
        var path = $"/api/v1/apps/{app}/channels/{IdOf(made)}";

        var changed = await CallAsync(HttpMethod.Patch, path, new { name = "Help desk", secrets = new { bot_token = "xoxb-another-one" } });

        Assert.Equal(
            ("Help desk", "••••-one", "••••cdef"),
            ((string?)changed!["name"], (string?)changed["secrets"]!["bot_token"], (string?)changed["secrets"]!["signing_secret"]));
        Assert.Equal("off", (string?)(await CallAsync(HttpMethod.Patch, path, new { enabled = false }))!["state"]);
        Assert.Single((await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/channels"))!["data"]!.AsArray());
        await CallAsync(HttpMethod.Delete, path, expect: HttpStatusCode.NoContent);
        Assert.Equal("channels.not_found", (string?)(await CallAsync(HttpMethod.Get, path, expect: HttpStatusCode.NotFound))!["code"]);
    }

    [Fact]
    public async Task Another_workspace_sees_no_channel()
    {
        var app = await GivenAppAsync();
        var made = await GivenChannelAsync(app, "slack", null, SlackSecrets);

        foreach (var path in new[] { "", $"/{IdOf(made)}", $"/{IdOf(made)}/deliveries" })
        {
            await CallAsync(
                HttpMethod.Get, $"/api/v1/apps/{app}/channels{path}", expect: HttpStatusCode.NotFound, workspace: Ids.New(Clock));
        }

        var other = await GivenAppAsync();
        await CallAsync(HttpMethod.Get, $"/api/v1/apps/{other}/channels/{IdOf(made)}", expect: HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("""{"kind":"webhook","settings":{"url":"ftp://a"},"events":["app.published"]}""", "channels.invalid_url", "settings.url")]
    [InlineData("""{"kind":"webhook","settings":{"url":"https://a.example.com"}}""", "channels.invalid_events", "events")]
    [InlineData("""{"kind":"webhook","settings":{"url":"https://a.example.com"},"events":["sun.rises"]}""", "channels.invalid_events", "events")]
    [InlineData("""{"kind":"slack","secrets":{"bot_token":"xoxp-1","signing_secret":"a"}}""", "channels.invalid_setting", "secrets.bot_token")]
    [InlineData("""{"kind":"slack","secrets":{"bot_token":"xoxb-1"}}""", "channels.invalid_setting", "secrets.signing_secret")]
    [InlineData("""{"kind":"wecom","settings":{"corp_id":"ww1","agent_id":"x"}}""", "channels.invalid_setting", "settings.agent_id")]
    [InlineData("""{"kind":"wecom","settings":{"corp_id":"ww1","agent_id":"1"},"secrets":{"corp_secret":"a","token":"b","encoding_aes_key":"short"}}""", "channels.invalid_setting", "secrets.encoding_aes_key")]
    [InlineData("""{"kind":"feishu","settings":{"app_id":"cli 1"}}""", "channels.invalid_setting", "settings.app_id")]
    [InlineData("""{"kind":"dingtalk"}""", "channels.invalid_setting", "settings.client_id")]
    [InlineData("""{"kind":"slack","events":["app.published"],"secrets":{"bot_token":"xoxb-1","signing_secret":"a"}}""", "channels.invalid_events", "events")]
    public async Task What_cannot_work_is_refused_with_the_field_at_fault(string body, string code, string field)
    {
        var app = await GivenAppAsync();
        var request = JsonNode.Parse(body)!;
        request["name"] = "Ours";

        var problem = await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/channels", request, HttpStatusCode.BadRequest);

        Assert.Equal((code, field), ((string?)problem!["code"], (string?)problem["field"]));
        Assert.Empty((await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/channels"))!["data"]!.AsArray());
    }
}
