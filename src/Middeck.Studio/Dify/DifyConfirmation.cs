namespace Middeck.Studio.Dify;

/// <summary>
/// The body of <c>POST /v1/chat-messages/{task_id}/confirmations/{id}</c>. Everything may be missing; what is needed is checked by
/// hand.
/// </summary>
public sealed record DifyConfirmation
{
    /// <summary>The program's name for the person; the one that asked.</summary>
    public string? User { get; init; }

    /// <summary>Whether the tool may be called.</summary>
    public bool? Allow { get; init; }

    /// <summary>Why not, in words that the model is told.</summary>
    public string? Reason { get; init; }

    /// <summary>Allows the tool for the rest of the conversation.</summary>
    public bool? Always { get; init; }
}
