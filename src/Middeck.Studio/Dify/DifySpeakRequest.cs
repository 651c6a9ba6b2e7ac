namespace Middeck.Studio.Dify;

/// <summary>The body of <c>POST /v1/text-to-audio</c>. The sound is always streamed, whatever <c>streaming</c> says.</summary>
public sealed record DifySpeakRequest
{
    /// <summary>The message whose answer is read; comes before the text.</summary>
    public string? MessageId { get; init; }

    /// <summary>What is read without a message.</summary>
    public string? Text { get; init; }

    /// <summary>The provider's name for a voice; empty for the app's own.</summary>
    public string? Voice { get; init; }

    /// <summary>The program's name for the person.</summary>
    public string? User { get; init; }
}
