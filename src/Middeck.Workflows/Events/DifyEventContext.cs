using Middeck.Workflows.Values;

namespace Middeck.Workflows.Events;

/// <summary>What a stream in Dify's form says besides the events themselves.</summary>
/// <param name="TaskId">By which the caller stops the run.</param>
/// <param name="RunId">The run.</param>
public sealed record DifyEventContext(string TaskId, string RunId)
{
    /// <summary>The conversation; null when the app is no chat.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The message that is being written; null when the app is no chat.</summary>
    public string? MessageId { get; init; }

    /// <summary>Who runs it: <c>{"id": …, "user": …}</c>.</summary>
    public Segment CreatedBy { get; init; } = Segment.None;

    /// <summary>Whether what goes into nodes and comes out of them is left out, as on public pages.</summary>
    public bool HidesDetails { get; init; }

    /// <summary>The token by which a form is opened; null when there is none.</summary>
    public Func<Guid, string?> FormToken { get; init; } = _ => null;
}
