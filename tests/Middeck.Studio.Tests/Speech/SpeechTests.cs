using System.Net;
using System.Text.Json.Nodes;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Speech;

public sealed class SpeechTests(PostgresFixture postgres) : StudioTest(postgres)
{
    private static readonly object Talks = new
    {
        speech_to_text = new { enabled = true },
        text_to_speech = new { enabled = true, voice = "nova", language = "zh-Hans", autoPlay = "enabled" },
        middeck = new
        {
            speech_to_text = new { model = new { provider = "mock", name = "whisper" }, language = "zh-Hans" },
            text_to_speech = new { model = new { provider = "mock", name = "tts" } },
        },
    };

    private EchoSpeech Models => Host.Get<EchoSpeech>();

    [Fact]
    public async Task A_recording_becomes_text_by_the_apps_model_and_language()
    {
        var app = await GivenPublishedAppAsync(Talks);

        // What a browser names its recording, and a name without an extension.
        Assert.Equal("audio.webm 3 zh mock/whisper", await HearAsync(app, "my voice.webm", "video/webm"));
        Assert.Equal("audio.ogg 3 zh mock/whisper", await HearAsync(app, "blob", "audio/ogg;codecs=opus"));
        Assert.Equal((app, User), (Models.Callers.First().AppId, Models.Callers.First().UserId));
    }

    [Fact]
    public async Task An_answer_is_read_aloud_without_its_marks_in_the_apps_voice()
    {
        var app = await GivenPublishedAppAsync(Talks);
        Host.Models.Says("# Leave\n\n**Two** weeks [1], see [the rules](https://example.org).");
        var message = (Guid)(await AskAsync(app, "When?"))[0]["message_id"]!;

        using var sound = await SendAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/text-to-audio", new { message_id = message });

        Assert.Equal("audio/mpeg", sound.Content.Headers.ContentType!.MediaType);
        Assert.Equal("mock/tts|nova|Leave\nTwo weeks, see the rules.", await sound.Content.ReadAsStringAsync());
        Assert.Equal(message, Models.Callers.Last().RunId);
        await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/text-to-audio", new { message_id = message }, HttpStatusCode.NotFound,
            user: Ids.New(Clock));
    }

    [Fact]
    public async Task A_text_is_read_in_the_voice_that_is_asked_for()
    {
        var app = await GivenPublishedAppAsync(Talks);

        using var sound = await SendAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/text-to-audio", new { text = "Hello", voice = "echo" });

        Assert.Equal("mock/tts|echo|Hello", await sound.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_draft_hears_and_speaks_before_it_is_published()
    {
        var app = await GivenAppAsync(Talks);

        Assert.Equal("audio.wav 3 zh mock/whisper", await HearAsync(app, "a.wav", "audio/wav", draft: true));
        await RefusedAsync(app, new { text = "Hello" }, HttpStatusCode.Conflict, "apps.not_published");
    }

    [Fact]
    public async Task An_app_that_does_neither_says_so()
    {
        var app = await GivenPublishedAppAsync();

        using var deaf = await SendRecordingAsync(app, "a.wav", "audio/wav", draft: false);
        var problem = JsonNode.Parse(await deaf.Content.ReadAsStringAsync());

        Assert.Equal("speech.speech_to_text_disabled", (string?)problem!["code"]);
        await RefusedAsync(app, new { text = "Hello" }, HttpStatusCode.Conflict, "speech.text_to_speech_disabled");
    }

    [Fact]
    public async Task What_cannot_be_heard_or_said_is_refused_with_a_reason()
    {
        var app = await GivenPublishedAppAsync(Talks);

        using var page = await SendRecordingAsync(app, "a.html", "text/html", draft: false);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, page.StatusCode);
        await RefusedAsync(app, new { text = "  [1]\n---" }, HttpStatusCode.BadRequest, "speech.nothing_to_say");
        await RefusedAsync(app, new { text = new string('a', 30_001) }, HttpStatusCode.BadRequest, "speech.text_too_long");
        Models.Refusal = new Fault(FaultKind.Upstream, "models.upstream_rejected", "No.");
        await RefusedAsync(app, new { text = "Hello" }, HttpStatusCode.BadGateway, "models.upstream_rejected");
    }

    [Fact]
    public async Task A_sound_that_breaks_off_does_not_pass_for_whole()
    {
        var app = await GivenPublishedAppAsync(Talks);
        Models.Break = new Fault(FaultKind.Upstream, "models.upstream_cut_off", "It broke.");

        // The reset may reach a client even before it has read the beginning.
        await Assert.ThrowsAnyAsync<HttpRequestException>(async () =>
        {
            using var sound = await SendAsync(HttpMethod.Post, $"/api/v1/apps/{app}/text-to-audio", new { text = "Hello" });
            await sound.Content.ReadAsStringAsync();
        });
    }

    [Fact]
    public async Task Those_who_may_only_use_an_app_learn_that_it_hears_and_speaks()
    {
        var app = await GivenPublishedAppAsync(Talks);

        var start = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/start");

        Assert.Equal((true, true, true), ((bool)start!["hears"]!, (bool)start["speaks"]!, (bool)start["auto_play"]!));
    }

    private async Task<string?> HearAsync(Guid app, string name, string type, bool draft = false)
    {
        using var response = await SendRecordingAsync(app, name, type, draft);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        return (string?)JsonNode.Parse(body)!["text"];
    }

    private async Task<HttpResponseMessage> SendRecordingAsync(Guid app, string name, string type, bool draft)
    {
        var file = new ByteArrayContent([1, 2, 3]);
        file.Headers.Add("Content-Type", type);
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"/api/v1/apps/{app}/audio-to-text{(draft ? "?draft=true" : "")}")
        {
            Content = new MultipartFormDataContent { { file, "file", name } },
        };
        request.Headers.Add("X-User", User.ToString());
        request.Headers.Add("X-Workspace", Workspace.ToString());
        return await Host.Client.SendAsync(request);
    }

    private async Task RefusedAsync(Guid app, object body, HttpStatusCode status, string code)
        => Assert.Equal(
            code,
            (string?)(await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/text-to-audio", body, status))!["code"]);
}
