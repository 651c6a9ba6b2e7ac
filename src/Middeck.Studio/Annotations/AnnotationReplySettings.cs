namespace Middeck.Studio.Annotations;

/// <summary>Whether and when annotations are the answer.</summary>
/// <param name="Enabled">Whether they are looked at before a model is asked.</param>
/// <param name="ScoreThreshold">How near a question must be, 0 to 1.</param>
/// <param name="EmbeddingModel"><c>provider/model</c>; null as long as it was never enabled.</param>
/// <param name="JobId">The last job that made or removed vectors; null for none.</param>
internal sealed record AnnotationReplySettings(bool Enabled, double ScoreThreshold, string? EmbeddingModel, Guid? JobId)
{
    public static AnnotationReplySettings None { get; } = new(false, 0.9, null, null);
}
