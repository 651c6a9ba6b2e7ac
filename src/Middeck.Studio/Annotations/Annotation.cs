namespace Middeck.Studio.Annotations;

/// <summary>A question with the answer that people have written.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Answer">What is answered.</param>
/// <param name="HitCount">How often it was the answer.</param>
/// <param name="MessageId">The answer that it was made from; null when it was not.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was changed.</param>
internal sealed record Annotation(
    Guid Id,
    string Question,
    string Answer,
    int HitCount,
    Guid? MessageId,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static Annotation From(AnnotationRow row)
        => new(row.Id, row.Question, row.Answer, row.HitCount, row.MessageId, row.CreatedAt, row.UpdatedAt);
}
