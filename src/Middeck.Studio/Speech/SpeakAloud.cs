namespace Middeck.Studio.Speech;

/// <summary>The body of <c>POST /api/v1/apps/{id}/text-to-audio</c>.</summary>
public sealed record SpeakAloud
{
    /// <summary>The message of the caller whose answer is read; null for the text.</summary>
    public Guid? MessageId { get; init; }

    /// <summary>What is read instead.</summary>
    public string? Text { get; init; }

    /// <summary>The provider's name for a voice; null for the app's own.</summary>
    public string? Voice { get; init; }

    /// <summary>Whether the draft's settings count.</summary>
    public bool Draft { get; init; }
}
