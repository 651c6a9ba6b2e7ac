using Middeck.Knowledge.Bases;
using Middeck.Models.Gateway;

namespace Middeck.Knowledge;

/// <summary>What to look for and where.</summary>
/// <param name="Caller">For whom; its workspace is the border.</param>
/// <param name="KnowledgeBaseIds">Where to look.</param>
/// <param name="Query">The question, at most 4,000 characters.</param>
/// <param name="TopK">How many passages, 1 to 100; null for each base's own setting.</param>
/// <param name="Method">How; null for each base's own setting.</param>
/// <param name="ScoreThreshold">Passages below it are left out, 0 to 1; null for each base's own setting.</param>
/// <param name="Rerank">Whether a rerank model orders the result; null for each base's own setting.</param>
/// <param name="Trial">Settings that take the place of each base's own, to try them out; null for none.</param>
public sealed record SearchRequest(
    ModelCaller Caller,
    IReadOnlyList<Guid> KnowledgeBaseIds,
    string Query,
    int? TopK = null,
    SearchMethod? Method = null,
    double? ScoreThreshold = null,
    bool? Rerank = null,
    RetrievalSettings? Trial = null);
