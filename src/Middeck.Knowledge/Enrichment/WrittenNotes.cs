namespace Middeck.Knowledge.Enrichment;

/// <summary>What a model writes about a chunk: <c>{"context":"…","summary":"…","questions":["…"]}</c>, of which only what was asked for.</summary>
internal sealed record WrittenNotes(string? Context = null, string? Summary = null, IReadOnlyList<string>? Questions = null);
