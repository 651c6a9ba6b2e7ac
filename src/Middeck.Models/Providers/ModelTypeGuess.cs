using Middeck.Models.Gateway;

namespace Middeck.Models.Providers;

/// <summary>What a model probably does, by its name: <c>/v1/models</c> does not say.</summary>
internal static class ModelTypeGuess
{
    // In this order: bge-reranker-embed is a reranker, gpt-4o-mini-tts speaks, omni-moderation judges.
    private static readonly (string Part, ModelType Type)[] Parts =
    [
        ("rerank", ModelType.Rerank),
        ("embed", ModelType.Embedding),
        ("bge-", ModelType.Embedding),
        ("moderation", ModelType.Moderation),
        ("whisper", ModelType.SpeechToText),
        ("transcribe", ModelType.SpeechToText),
        ("paraformer", ModelType.SpeechToText),
        ("sensevoice", ModelType.SpeechToText),
        ("tts", ModelType.TextToSpeech),
        ("cosyvoice", ModelType.TextToSpeech),
        ("dall-e", ModelType.Image),
        ("image", ModelType.Image),
        ("stable-diffusion", ModelType.Image),
        ("wanx", ModelType.Image),
    ];

    public static ModelType Of(string name)
    {
        foreach (var (part, type) in Parts)
        {
            if (name.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return type;
            }
        }

        return ModelType.Llm;
    }
}
