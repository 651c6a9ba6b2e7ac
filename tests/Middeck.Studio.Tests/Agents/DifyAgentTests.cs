using System.Net;
using System.Text.Json.Nodes;
using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Agents;

public sealed class DifyAgentTests(PostgresFixture postgres) : AgentTest(postgres)
{
    [Fact]
    public async Task Its_stream_and_its_list_have_Difys_names()
    {
        var script = new AgentScript()
            .CallsBoth(("current_time", new { timezone = "Asia/Shanghai" }), ("pie_chart", new { data = "1;2", categories = "A;B" }))
            .Says("Here.");
        var app = await GivenAgentAsync(script, null, "time/current_time", "chart/pie_chart");
        var key = await GivenKeyAsync(app);

        using var response = await SendWithKeyAsync(HttpMethod.Post, "/v1/chat-messages", key, Body());
        var events = await ReadEventsAsync(response);

        Assert.Equal(["agent_thought", "agent_thought"], events.Take(2).Select(NameOf));
        var thought = Named(events, "agent_thought").Last(e => (int)e["position"]! == 1);
        Assert.Equal("current_time;pie_chart", (string?)thought["tool"]);
        Assert.Equal("当前时间", (string?)thought["tool_labels"]!["current_time"]!["zh_Hans"]);
        Assert.Equal("Asia/Shanghai", (string?)JsonNode.Parse((string)thought["tool_input"]!)!["current_time"]!["timezone"]);
        Assert.Contains("(UTC+08:00)", (string?)JsonNode.Parse((string)thought["observation"]!)!["current_time"], StringComparison.Ordinal);
        var file = Named(events, "message_file").Single();
        Assert.Equal(("image", "assistant"), ((string?)file["type"], (string?)file["belongs_to"]));
        Assert.StartsWith("http://", (string?)file["url"], StringComparison.Ordinal);
        Assert.Equal((string?)file["id"], (string?)thought["message_files"]!.AsArray().Single());
        Assert.Null(thought["step"]);
        Assert.Equal("Here.", AnswerOf(events));

        var conversation = (string)events[0]["conversation_id"]!;
        var message = (await CallWithKeyAsync(HttpMethod.Get, $"/v1/messages?conversation_id={conversation}&user=wang", key))!["data"]![0]!;
        var kept = message["agent_thoughts"]!.AsArray();
        Assert.Equal(
            ["chain_id", "created_at", "files", "id", "message_files", "message_id", "observation", "position", "thought", "tool", "tool_input", "tool_labels"],
            kept[0]!.AsObject().Select(member => member.Key).Order());
        Assert.Equal((string?)thought["observation"], (string?)kept[0]!["observation"]);
        Assert.Equal(("Here.", ""), ((string?)kept[1]!["thought"], (string?)kept[1]!["tool"]));
        Assert.Equal("assistant", (string?)message["message_files"]![0]!["belongs_to"]);
        using var preview = await SendWithKeyAsync(HttpMethod.Get, $"/v1/files/{file["id"]}/preview?user=wang", key);
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
    }

    [Fact]
    public async Task Blocking_is_refused_and_the_tools_have_icons()
    {
        var app = await GivenAgentAsync(new AgentScript().Says("never"), null, "time/current_time");
        var key = await GivenKeyAsync(app);

        var refused = await CallWithKeyAsync(HttpMethod.Post, "/v1/chat-messages", key, Body("blocking"), HttpStatusCode.BadRequest);
        Assert.Equal(
            ("invalid_param", "Agent Chat App does not support blocking mode"), ((string?)refused!["code"], (string?)refused["message"]));
        Assert.Empty(Host.Models.Calls);

        var meta = await CallWithKeyAsync(HttpMethod.Get, "/v1/meta", key);
        Assert.Equal("🕒", (string?)meta!["tool_icons"]!["current_time"]!["content"]);
        Assert.Equal("agent-chat", (string?)(await CallWithKeyAsync(HttpMethod.Get, "/v1/info", key))!["mode"]);
    }

    private static object Body(string mode = "streaming") => new { query = "When?", inputs = new { }, user = "wang", response_mode = mode };
}
