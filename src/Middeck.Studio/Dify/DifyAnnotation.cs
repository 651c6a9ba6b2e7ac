using Middeck.Studio.Annotations;

namespace Middeck.Studio.Dify;

/// <summary>An annotation as Dify lists it.</summary>
internal sealed record DifyAnnotation(Guid Id, string Question, string Answer, int HitCount, long CreatedAt)
{
    public static DifyAnnotation Of(AnnotationRow row)
        => new(row.Id, row.Question, row.Answer, row.HitCount, row.CreatedAt.ToUnixTimeSeconds());
}
