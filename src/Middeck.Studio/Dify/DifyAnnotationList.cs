namespace Middeck.Studio.Dify;

/// <summary>A page of annotations, with how many there are.</summary>
internal sealed record DifyAnnotationList(
    IReadOnlyList<DifyAnnotation> Data, bool HasMore, int Limit, long Total, int Page);
