namespace Middeck.Studio.Evaluation.Bars;

/// <summary>Lets one revision of a draft be published.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Reason">Why it is published below its bar; null when it is not.</param>
internal sealed record PublishPass(int Revision, string? Reason);
