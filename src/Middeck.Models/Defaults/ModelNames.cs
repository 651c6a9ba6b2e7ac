using Middeck.Models.Gateway;

namespace Middeck.Models.Defaults;

/// <summary>One model for each type, as <c>provider/model</c>; null where there is none.</summary>
public sealed record ModelNames(
    string? Llm,
    string? Embedding,
    string? Rerank,
    string? SpeechToText,
    string? TextToSpeech,
    string? Image,
    string? Moderation)
{
    internal static ModelNames Of(Func<ModelType, string?> name) => new(
        name(ModelType.Llm),
        name(ModelType.Embedding),
        name(ModelType.Rerank),
        name(ModelType.SpeechToText),
        name(ModelType.TextToSpeech),
        name(ModelType.Image),
        name(ModelType.Moderation));
}
