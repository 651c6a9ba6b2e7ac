namespace Middeck.Studio.Sites.Talk;

/// <summary>One event of an answer. Members that an event has not are left out.</summary>
internal sealed record SiteEvent(string Event, Guid TaskId, Guid MessageId, Guid ConversationId, Guid? ParentId)
{
    public IReadOnlyList<SitePassage>? Citations { get; init; }

    public string? Answer { get; init; }

    public SiteAnswerMetadata? Metadata { get; init; }

    public int? Status { get; init; }

    public string? Code { get; init; }

    public string? Message { get; init; }

    public string? TraceId { get; init; }
}
