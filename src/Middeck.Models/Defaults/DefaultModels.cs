namespace Middeck.Models.Defaults;

/// <summary>A workspace's default models: the chosen ones, and under <c>resolved</c> those that are used.</summary>
public sealed record DefaultModels(
    string? Llm,
    string? Embedding,
    string? Rerank,
    string? SpeechToText,
    string? TextToSpeech,
    string? Image,
    string? Moderation,
    ModelNames Resolved);
