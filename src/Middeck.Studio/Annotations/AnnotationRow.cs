using Middeck.Storage.Sql;

namespace Middeck.Studio.Annotations;

/// <summary>A row of <c>studio.annotation</c> without its vector.</summary>
internal sealed record AnnotationRow(
    Guid Id,
    string Question,
    string Answer,
    int HitCount,
    Guid? MessageId,
    Guid? CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static SqlText Columns => SqlText.Of(
        $"id, question, answer, hit_count, message_id, created_by, created_at, updated_at");

    public static AnnotationRow From(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<string>("question"),
        row.Get<string>("answer"),
        row.Get<int>("hit_count"),
        row.Get<Guid?>("message_id"),
        row.Get<Guid?>("created_by"),
        row.Get<DateTimeOffset>("created_at"),
        row.Get<DateTimeOffset>("updated_at"));
}
