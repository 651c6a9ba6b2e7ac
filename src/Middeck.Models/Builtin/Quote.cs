namespace Middeck.Models.Builtin;

/// <summary>A sentence that answers, and the passage that it is from.</summary>
internal sealed record Quote(string Sentence, int Number, double Score);
