using System.Net;
using System.Text.Json.Nodes;
using Middeck.Core.Errors;
using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Sites;

public sealed class SiteSpeechTests(PostgresFixture postgres) : SiteTest(postgres)
{
    private static readonly object Talks = new
    {
        speech_to_text = new { enabled = true },
        text_to_speech = new { enabled = true, voice = "nova" },
        middeck = new
        {
            speech_to_text = new { model = new { provider = "mock", name = "whisper" }, language = "zh-Hans" },
            text_to_speech = new { model = new { provider = "mock", name = "tts" } },
        },
    };

    [Fact]
    public async Task A_visitor_speaks_and_hears_the_answer_and_nobody_elses()
    {
        var (_, token) = await GivenPageAsync(app: await GivenPublishedAppAsync(Talks));
        var visitor = await ArriveAsync(token);
        Host.Models.Says("Two weeks.");

        Assert.Equal("audio.webm 3 zh mock/whisper", (string?)(await HearAsync(token, visitor))!["text"]);
        var message = (Guid)(await AskAsVisitorAsync(token, visitor, "When?"))[0]["message_id"]!;
        using var sound = await SendAsVisitorAsync(
            HttpMethod.Post, token, "text-to-audio", visitor, System.Net.Http.Json.JsonContent.Create(new { message_id = message }));

        Assert.Equal("mock/tts|nova|Two weeks.", await sound.Content.ReadAsStringAsync());
        var stranger = await ArriveAsync(token);
        await VisitAsync(HttpMethod.Post, token, "text-to-audio", stranger, new { message_id = message }, HttpStatusCode.NotFound);
        await VisitAsync(HttpMethod.Post, token, "text-to-audio", visitor, new { text = "Anything" }, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Speech_is_under_the_pages_limits_and_tells_nothing_of_the_model()
    {
        var (_, token) = await GivenPageAsync(new { requests_per_minute = 2 }, await GivenPublishedAppAsync(Talks));
        var visitor = await ArriveAsync(token);
        Host.Get<EchoSpeech>().Refusal = new Fault(FaultKind.Upstream, "models.upstream_rejected", "whisper says no");

        var failed = await HearAsync(token, visitor, HttpStatusCode.ServiceUnavailable);
        Assert.DoesNotContain("whisper", failed!.ToJsonString(), StringComparison.Ordinal);
        Host.Get<EchoSpeech>().Refusal = null;
        await HearAsync(token, visitor);
        Assert.Equal("sites.too_many", CodeOf(await HearAsync(token, visitor, HttpStatusCode.TooManyRequests)));
    }

    private async Task<JsonNode?> HearAsync(string token, string visitor, HttpStatusCode expect = HttpStatusCode.OK)
    {
        var file = new ByteArrayContent([1, 2, 3]);
        file.Headers.Add("Content-Type", "video/webm");
        using var response = await SendAsVisitorAsync(
            HttpMethod.Post, token, "audio-to-text", visitor, new MultipartFormDataContent { { file, "file", "voice.webm" } });
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expect == response.StatusCode, $"{(int)response.StatusCode} {text}");
        return JsonNode.Parse(text);
    }
}
