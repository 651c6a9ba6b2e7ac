using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Errors;
using Middeck.Models.Gateway;
using Middeck.Models.Providers;
using Middeck.Models.Usage;
using Middeck.Testing;

namespace Middeck.Models.Tests.Speech;

public sealed class SpeechTests(PostgresFixture postgres) : ModelsTest(postgres)
{
    protected override Dictionary<string, string?> Settings => new()
    {
        ["models:SpeechPiece"] = "200",
        ["models:LongestRetryAfter"] = "2",
    };

    private IModelSpeech Speech => Services.GetRequiredService<IModelSpeech>();

    [Fact]
    public async Task A_recording_is_sent_as_a_form_and_its_length_is_counted()
    {
        await GivenProviderAsync();

        var text = await TranscribeAsync("mock/whisper-1", "zh");

        Assert.Equal("speech.webm of 3 bytes in zh", text);
        Assert.Equal("json", Upstream.Requests[^1].Body.GetProperty("response_format").GetString());
        var call = await TheCallAsync();
        Assert.Equal((ModelType.SpeechToText, UsageStatus.Ok, 30), (call.Type, call.Status, call.AudioSeconds));
        Assert.False(call.Estimated);
    }

    [Fact]
    public async Task A_recording_is_sent_whole_when_the_call_is_tried_again()
    {
        await GivenProviderAsync();

        Assert.Equal("speech.webm of 3 bytes", await TranscribeAsync("mock/rate-limited", null));

        Assert.Equal(["3", "3"], Upstream.Requests.Select(request => request.Body.GetProperty("bytes").ToString()));
    }

    [Fact]
    public async Task A_text_is_spoken_and_its_characters_are_counted()
    {
        await GivenProviderAsync();

        Assert.Equal("<nova>你好👋", (await SpeakAsync("mock/tts-1", "你好👋", "nova"))[14..]);
        Assert.Equal("<alloy>hi", (await SpeakAsync("mock/tts-1", "hi", null))[14..]);

        Assert.Equal([2, 3], (await CallsAsync()).Select(call => call.Characters));
        Assert.Equal("mp3", Upstream.Requests[0].Body.GetProperty("response_format").GetString());
    }

    [Fact]
    public async Task A_long_text_is_cut_after_sentences_and_heard_as_one_file()
    {
        await GivenProviderAsync();
        var first = string.Concat(Enumerable.Repeat("一句话。", 40));
        const string second = "The last words.";

        var heard = await SpeakAsync("mock/tts-1", first + new string('长', 39) + "。" + second, "nova");

        // 160 characters of whole sentences, then one of 40 that still fits; what follows begins the next piece.
        Assert.Equal($"<nova>{first}{new string('长', 39)}。<nova>{second}", heard);
        Assert.Equal(2, (await CallsAsync()).Count);
    }

    [Theory]
    [InlineData("mock/fail-400", "models.upstream_rejected", 0)]
    [InlineData("mock/empty", "models.upstream_malformed", 0)]
    [InlineData("mock/nonsense-html", "models.upstream_malformed", 0)]
    [InlineData("mock/cut", "models.upstream_cut_off", 2)]
    public async Task A_voice_that_fails_says_why_and_costs_what_was_heard(string model, string code, long characters)
    {
        await GivenProviderAsync();

        var refusal = await Assert.ThrowsAsync<FaultException>(() => SpeakAsync(model, "hi", null));

        Assert.Equal(code, refusal.Fault.Code);
        var call = await TheCallAsync();
        Assert.Equal((UsageStatus.Failed, code, characters), (call.Status, call.ErrorCode, call.Characters));
    }

    [Fact]
    public async Task Without_a_model_that_hears_or_speaks_the_refusal_says_what_to_add()
    {
        var deaf = await Assert.ThrowsAsync<FaultException>(() => TranscribeAsync(null, null));
        var mute = await Assert.ThrowsAsync<FaultException>(() => SpeakAsync(null, "hi", null));

        Assert.Equal("models.speech_to_text_missing", deaf.Fault.Code);
        Assert.Equal("models.text_to_speech_missing", mute.Fault.Code);
    }

    [Fact]
    public async Task The_default_is_the_first_model_of_its_type()
    {
        await GivenProviderAsync(models:
        [
            new ProviderModelInput("echo"),
            new ProviderModelInput("whisper-1", Price: new ModelPrice("USD", Minutes: "0.006")),
            new ProviderModelInput("tts-1", Price: new ModelPrice("USD", Characters: "15")),
        ]);

        Assert.Equal("speech.webm of 3 bytes", await TranscribeAsync(null, null));
        await SpeakAsync(null, "hi", null);

        Assert.Equal(
            [new UsageCost("0.00003", "USD"), new UsageCost("0.003", "USD")], (await CallsAsync()).Select(call => call.Cost));
    }

    private async Task<string> TranscribeAsync(string? model, string? language)
    {
        using var sound = new MemoryStream([1, 2, 3]);
        return await Speech.TranscribeAsync(Call, model, new Recording(sound, "speech.webm", language), CancellationToken.None);
    }

    private async Task<string> SpeakAsync(string? model, string text, string? voice)
    {
        using var heard = new MemoryStream();
        await foreach (var part in Speech.SpeakAsync(Call, model, text, voice, CancellationToken.None))
        {
            heard.Write(part.Span);
        }

        return Encoding.UTF8.GetString(heard.ToArray());
    }
}
