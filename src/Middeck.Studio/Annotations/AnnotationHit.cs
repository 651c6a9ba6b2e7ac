using Middeck.Storage.Sql;

namespace Middeck.Studio.Annotations;

/// <summary>One time that an annotation was the answer.</summary>
/// <param name="Id">Its id.</param>
/// <param name="MessageId">Where.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Score">How near that was, 0 to 1; 1 for the same words.</param>
/// <param name="Source"><c>console</c> or <c>api</c>.</param>
/// <param name="CreatedAt">When.</param>
internal sealed record AnnotationHit(
    Guid Id, Guid MessageId, string Question, double Score, string Source, DateTimeOffset CreatedAt)
{
    public static AnnotationHit From(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<Guid>("message_id"),
        row.Get<string>("question"),
        row.Get<double>("score"),
        row.Get<string>("source"),
        row.Get<DateTimeOffset>("created_at"));
}
