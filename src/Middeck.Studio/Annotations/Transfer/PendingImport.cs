namespace Middeck.Studio.Annotations.Transfer;

/// <summary>An import that is to be written.</summary>
internal sealed record PendingImport(
    Guid AppId, IReadOnlyList<AnnotationText> Entries, int Written, Guid? CreatedBy);
