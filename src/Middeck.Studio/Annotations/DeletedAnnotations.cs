namespace Middeck.Studio.Annotations;

/// <summary>What became of deleting many.</summary>
/// <param name="Deleted">How many there were.</param>
internal sealed record DeletedAnnotations(int Deleted);
