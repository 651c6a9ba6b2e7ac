namespace Middeck.Knowledge.Enrichment;

/// <summary>A question with its answer, as a model writes it.</summary>
internal sealed record WrittenPair(string Question, string Answer);
