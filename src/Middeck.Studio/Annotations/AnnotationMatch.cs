namespace Middeck.Studio.Annotations;

/// <summary>The annotation that is nearest to a question.</summary>
/// <param name="Id">The annotation.</param>
/// <param name="Score">0 to 1; 1 for the same words.</param>
internal sealed record AnnotationMatch(Guid Id, double Score);
