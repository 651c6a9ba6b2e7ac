using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Middeck.Core.Errors;
using Middeck.Studio.Tests.Fakes;
using Middeck.Studio.Tests.Workflows;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Dify;

public sealed class DifyAudioTests(PostgresFixture postgres) : WorkflowAppTest(postgres)
{
    private static readonly object Talks = new
    {
        speech_to_text = new { enabled = true },
        text_to_speech = new { enabled = true, voice = "nova" },
    };

    private EchoSpeech Models => Host.Get<EchoSpeech>();

    [Fact]
    public async Task A_recording_becomes_text()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync(Talks));

        var heard = await HearAsync(key, Form("sound.mp3", [1, 2, 3]), HttpStatusCode.OK);

        Assert.Equal("""{"text":"audio.mp3 3"}""", heard.ToJsonString());
        Assert.Equal("u", Models.Callers.Single().EndUser);
    }

    [Fact]
    public async Task A_recording_that_cannot_be_taken_is_refused_in_Difys_codes()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync(Talks));
        var deaf = await GivenKeyAsync(await GivenPublishedAppAsync());
        var draft = await GivenKeyAsync(await GivenAppAsync(Talks));

        await RefusedAsync(deaf, Form("a.mp3", [1]), 400, "speech_to_text_disabled");
        await RefusedAsync(draft, Form("a.mp3", [1]), 400, "app_unavailable");
        await RefusedAsync(key, new MultipartFormDataContent { { new StringContent("u"), "user" } }, 400, "no_audio_uploaded");
        await RefusedAsync(key, Form("a.mp3", []), 400, "no_audio_uploaded");
        await RefusedAsync(key, new StringContent("{}"), 400, "no_audio_uploaded");
        await RefusedAsync(key, Form("a.txt", [1]), 415, "unsupported_audio_type");
        await RefusedAsync(key, Form("a.mp3", new byte[(30 * 1024 * 1024) + 1]), 413, "audio_too_large");
        Models.Refusal = Fault.NotFound("models.speech_to_text_missing", "None.");
        await RefusedAsync(key, Form("a.mp3", [1]), 400, "provider_not_support_speech_to_text");
        Models.Refusal = new Fault(FaultKind.Upstream, "models.upstream_rejected", "No.");
        await RefusedAsync(key, Form("a.mp3", [1]), 400, "completion_request_error");
    }

    [Fact]
    public async Task An_app_that_reads_aloud_by_itself_sends_the_sound_behind_the_answer()
    {
        var features = new { text_to_speech = new { enabled = true, voice = "nova", autoPlay = "enabled" } };
        var chatflow = await GivenGraphAsync("""
            {"nodes": [{"id": "start", "data": {"type": "start", "title": "Start", "variables": []}},
                {"id": "answer", "data": {"type": "answer", "title": "Answer", "answer": "**Tea** is good [1]."}}],
             "edges": [{"id": "e1", "source": "start", "target": "answer"}]}
            """, "advanced-chat", features);
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{chatflow}/publish");
        var chat = await GivenPublishedAppAsync(features);

        foreach (var (app, said) in new[] { (chatflow, "|nova|Tea is good."), (chat, "|nova|You asked: hi") })
        {
            var events = await AskForStreamAsync(await GivenKeyAsync(app));
            var end = events.FindIndex(e => NameOf(e) == "message_end");
            Assert.Equal(["tts_message", "tts_message", "tts_message_end"], events.Skip(end + 1).Select(NameOf));
            Assert.Equal(said, string.Concat(events.Skip(end + 1).Select(e => Encoding.UTF8.GetString(Convert.FromBase64String((string)e["audio"]!)))));
            Assert.All(events.Skip(end + 1), e => Assert.Equal((string?)events[end]["message_id"], (string?)e["message_id"]));
        }

        // Who has no voice is read all the same.
        Models.Refusal = Fault.NotFound("models.text_to_speech_missing", "None.");
        Assert.Equal(["message_end", "tts_message_end"], (await AskForStreamAsync(await GivenKeyAsync(chatflow))).Select(NameOf).TakeLast(2));
    }

    private async Task<List<JsonObject>> AskForStreamAsync(string key)
    {
        using var response = await SendWithKeyAsync(
            HttpMethod.Post, "/v1/chat-messages", key, new { query = "hi", inputs = new { }, user = "u", response_mode = "streaming" });
        return await ReadEventsAsync(response);
    }

    [Fact]
    public async Task An_answer_and_a_text_are_read_aloud()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync(Talks));
        var message = await AskWithKeyAsync(key);

        Assert.Equal("|nova|You asked: hi", await SpeakAsync(key, new { message_id = message, user = "u", text = "not this" }));
        Assert.Equal("|nova|You asked: hi", await SpeakAsync(key, new { message_id = message }));
        Assert.Equal("|echo|Hello", await SpeakAsync(key, new { text = "Hello", user = "new", voice = "echo", streaming = false }));
    }

    [Fact]
    public async Task A_text_that_cannot_be_read_is_refused_in_Difys_codes()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync(Talks));
        var mute = await GivenKeyAsync(await GivenPublishedAppAsync());
        var message = await AskWithKeyAsync(key);

        await SilentAsync(mute, new { text = "Hello" }, 400, "invalid_param");
        await SilentAsync(key, new { user = "u" }, 400, "invalid_param");
        await SilentAsync(key, new { message_id = "none" }, 400, "invalid_param");
        await SilentAsync(key, new { message_id = Guid.Empty }, 404, "not_found");
        await SilentAsync(key, new { message_id = message, user = "other" }, 404, "not_found");
        Models.Refusal = Fault.NotFound("models.text_to_speech_missing", "None.");
        await SilentAsync(key, new { text = "Hello" }, 400, "provider_not_initialize");
    }

    private static MultipartFormDataContent Form(string name, byte[] sound)
        => new() { { new ByteArrayContent(sound), "file", name }, { new StringContent("u"), "user" } };

    private async Task<Guid> AskWithKeyAsync(string key)
        => (Guid)(await CallWithKeyAsync(
            HttpMethod.Post, "/v1/chat-messages", key, new { query = "hi", inputs = new { }, user = "u" }))!["message_id"]!;

    private async Task<JsonNode> HearAsync(string key, HttpContent content, HttpStatusCode expect)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/audio-to-text") { Content = content };
        request.Headers.Add("Authorization", $"Bearer {key}");
        using var response = await Host.Client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expect, $"{(int)response.StatusCode} {body}");
        return JsonNode.Parse(body)!;
    }

    private async Task RefusedAsync(string key, HttpContent content, int status, string code)
        => Assert.Equal(code, (string?)(await HearAsync(key, content, (HttpStatusCode)status))["code"]);

    private async Task<string> SpeakAsync(string key, object body)
    {
        using var response = await SendWithKeyAsync(HttpMethod.Post, "/v1/text-to-audio", key, body);
        Assert.Equal("audio/mpeg", response.Content.Headers.ContentType!.MediaType);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task SilentAsync(string key, object body, int status, string code)
        => Assert.Equal(
            code,
            (string?)(await CallWithKeyAsync(HttpMethod.Post, "/v1/text-to-audio", key, body, (HttpStatusCode)status))!["code"]);
}
