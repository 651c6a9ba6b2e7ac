namespace Middeck.Models.Gateway;

/// <summary>What a model does.</summary>
public enum ModelType
{
    /// <summary>Chat and completion.</summary>
    Llm,

    /// <summary>Text to vector.</summary>
    Embedding,

    /// <summary>Orders passages by how well they answer a query.</summary>
    Rerank,

    /// <summary>Speech to text.</summary>
    SpeechToText,

    /// <summary>Text to speech.</summary>
    TextToSpeech,

    /// <summary>Text to image.</summary>
    Image,

    /// <summary>Judges content.</summary>
    Moderation,
}
