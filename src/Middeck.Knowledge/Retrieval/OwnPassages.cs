using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Retrieval.Filters;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Finds passages in the workspace's own bases.</summary>
internal sealed class OwnPassages(
    DocumentFilters filters, BaseIndexes indexes, QueryVectors vectors, LiveEntries entries, Cosines cosines)
{
    /// <summary>Best first, one for each chunk.</summary>
    public async Task<IReadOnlyList<Passage>> FindAsync(
        SearchRequest request,
        IReadOnlyList<string> queries,
        IReadOnlyList<KnowledgeBaseRow> bases,
        ResultSettings settings,
        SearchRecord record,
        CancellationToken cancellationToken)
    {
        if (bases.Count == 0)
        {
            return [];
        }

        var trace = record.Trace;
        SearchPlan[] plans = [.. bases.Select(row => SearchPlan.For(row, request))];
        var chosen = await filters.ChooseAsync(request, queries[0], plans, trace, cancellationToken);
        var opened = await trace.TimeAsync("open", () => OpenAsync(plans, chosen, record, cancellationToken));
        var embedded = await trace.TimeAsync(
            "embed",
            () => vectors.OfAsync(
                request.Caller, queries, [.. opened.Select(static one => one.Plan)], trace, cancellationToken));
        var found = await trace.TimeAsync(
            "find", () => FindAsync(queries, opened, embedded, settings.TopK, trace, cancellationToken));
        var live = await trace.TimeAsync(
            "read", () => entries.ReadAsync(request.Caller.WorkspaceId, IdsOf(found), cancellationToken));
        var ranked = await trace.TimeAsync(
            "rank", () => RankAsync(queries, found, embedded, live, settings, cancellationToken));
        var fused = QueryFusion.Fuse(ranked);
        var passages = PassageGroups.Of(fused, live, bases);
        return request.Explain ? ListPlaces.Add(passages, ranked, fused) : passages;
    }

    private async Task<IReadOnlyList<OpenedBase>> OpenAsync(
        SearchPlan[] plans,
        IReadOnlyDictionary<Guid, DocumentChoice> chosen,
        SearchRecord record,
        CancellationToken cancellationToken)
    {
        var opened = new List<OpenedBase>(plans.Length);
        foreach (var plan in plans)
        {
            var choice = chosen.GetValueOrDefault(plan.Base.Id);
            var index = await indexes.OpenAsync(plan, record.Trace, cancellationToken);
            opened.Add(new OpenedBase(index.Plan, index.Index, choice?.Documents));
            record.Bases.Add(new SearchedBase(
                plan.Base.Id, plan.Base.Name, index.Plan.Method, index.SearchIn, choice?.Filter, choice?.Documents?.Count));
        }

        // A base whose documents are all left out need not be asked.
        return [.. opened.Where(static one => one.Documents is not { Count: 0 })];
    }

    private static async Task<IReadOnlyList<IReadOnlyList<Candidates>>> FindAsync(
        IReadOnlyList<string> queries,
        IReadOnlyList<OpenedBase> bases,
        IReadOnlyList<IReadOnlyDictionary<string, QueryVector>> vectors,
        int topK,
        SearchTrace trace,
        CancellationToken cancellationToken)
    {
        var found = new List<IReadOnlyList<Candidates>>(queries.Count);
        for (var query = 0; query < queries.Count; query++)
        {
            found.Add(await CandidateFinder.FindAsync(queries[query], bases, vectors[query], topK, trace, cancellationToken));
        }

        return found;
    }

    private async Task<IReadOnlyList<RankedQuery>> RankAsync(
        IReadOnlyList<string> queries,
        IReadOnlyList<IReadOnlyList<Candidates>> found,
        IReadOnlyList<IReadOnlyDictionary<string, QueryVector>> vectors,
        Dictionary<Guid, LiveEntry> live,
        ResultSettings settings,
        CancellationToken cancellationToken)
    {
        var ranked = new List<RankedQuery>(queries.Count);
        for (var query = 0; query < queries.Count; query++)
        {
            var one = Ranking.Rank(queries[query], found[query], live);
            if (settings.RerankingMode == RerankingMode.WeightedScore && one.Meanings.Count > 0 && one.Words.Count > 0)
            {
                Guid[] ids = [.. one.Fused.Select(static hit => hit.Id)];
                var near = await cosines.OfAsync([.. vectors[query].Values], ids, cancellationToken);
                one = WeightedRanking.Rank(one, settings.Weights, live, near);
            }

            ranked.Add(one);
        }

        return ranked;
    }

    private static Guid[] IdsOf(IReadOnlyList<IReadOnlyList<Candidates>> found)
        =>
        [
            .. found.SelectMany(static candidates => candidates)
                .SelectMany(static candidates => candidates.ByWords.Concat(candidates.ByMeaning))
                .Select(static hit => hit.Id).Distinct(),
        ];
}
