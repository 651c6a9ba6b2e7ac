using Middeck.Core.Errors;

namespace Middeck.Studio.Speech;

/// <summary>The refusals about speaking to an app and being read to.</summary>
internal static class SpeechFaults
{
    public const string HearingOff = "speech.speech_to_text_disabled";
    public const string SpeakingOff = "speech.text_to_speech_disabled";
    public const string NoAudioCode = "speech.no_audio_uploaded";
    public const string TooLargeCode = "speech.audio_too_large";
    public const string UnsupportedCode = "speech.unsupported_audio_type";
    public const string NothingToSayCode = "speech.nothing_to_say";

    public static FaultException HearingDisabled() => new(Fault.Conflict(
        HearingOff, "The app does not listen. Switch speech to text on in its settings and publish it."));

    public static FaultException SpeakingDisabled() => new(Fault.Conflict(
        SpeakingOff, "The app does not speak. Switch text to speech on in its settings and publish it."));

    public static FaultException NoAudio(Exception? inner = null) => new(
        Fault.Invalid(NoAudioCode, "Please upload your audio: as the part 'file' of a multipart/form-data body.", "file"), inner);

    public static FaultException TooLarge(Exception? inner = null) => new(
        new Fault(FaultKind.TooLarge, TooLargeCode, $"A recording may have at most {AudioForm.MostMegabytes} MB.", "file"), inner);

    public static FaultException Unsupported() => new(new Fault(
        FaultKind.UnsupportedType,
        UnsupportedCode,
        $"The file is no recording that models take. Send one of: {string.Join(", ", AudioTypes.Extensions)}.",
        "file"));

    public static FaultException NothingToSay() => new(Fault.Invalid(
        NothingToSayCode, "There is nothing to read aloud: name a message with an answer, or send a text.", "text"));

    public static FaultException TooLong(int most) => new(Fault.Invalid(
        "speech.text_too_long", $"At most {most:N0} characters are read aloud at once.", "text"));
}
