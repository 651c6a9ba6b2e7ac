namespace Middeck.Studio.Dify;

/// <summary>The body of <c>POST /v1/messages/{id}/feedbacks</c>.</summary>
public sealed record DifyFeedbackRequest
{
    /// <summary><c>like</c>, <c>dislike</c>, or null to take it back.</summary>
    public string? Rating { get; init; }

    /// <summary>The program's name for the person.</summary>
    public string? User { get; init; }

    /// <summary>In the person's own words.</summary>
    public string? Content { get; init; }
}
