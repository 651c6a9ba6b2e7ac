using Middeck.Core.Errors;
using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;

namespace Middeck.Models.Speech;

/// <summary>The refusals about hearing and speaking.</summary>
internal static class SpeechFaults
{
    public static FaultException Missing(ModelType type) => new(type == ModelType.SpeechToText
        ? Fault.NotFound(
            "models.speech_to_text_missing",
            "The workspace has no model that turns speech into text. Add one, such as whisper-1, under Models.")
        : Fault.NotFound(
            "models.text_to_speech_missing",
            "The workspace has no model that speaks. Add one, such as tts-1, under Models."));

    public static FaultException NotAvailable(ProviderConnection connection) => new(Fault.Invalid(
        "models.speech_not_available",
        $"Providers of the kind '{connection.Kind}' have no speech here. Use a model of an OpenAI-compatible provider.",
        "model"));
}
