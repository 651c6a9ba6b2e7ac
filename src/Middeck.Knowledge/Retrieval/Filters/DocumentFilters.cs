using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Retrieval.Filters;

/// <summary>Chooses the documents of each base that a search looks at.</summary>
internal sealed class DocumentFilters(FilterFields fields, FilterWriter writer, ChosenDocuments documents)
{
    /// <summary>By base; a base that is missing is searched as a whole.</summary>
    /// <exception cref="FaultException"><c>knowledge.unknown_field</c>: no base knows the field of a condition.</exception>
    public async Task<IReadOnlyDictionary<Guid, DocumentChoice>> ChooseAsync(
        SearchRequest request,
        string query,
        IReadOnlyList<SearchPlan> plans,
        SearchTrace trace,
        CancellationToken cancellationToken)
    {
        var chosen = new Dictionary<Guid, DocumentChoice>();
        var named = request.DocumentIds?.ToHashSet();
        SearchPlan[] filtered = [.. plans.Where(static plan => IsFilter(plan.Filter))];
        var known = filtered.Length == 0
            ? new Dictionary<Guid, IReadOnlyDictionary<string, FilterField>>()
            : await fields.OfAsync(
                [.. filtered.Select(static plan => plan.Base)],
                filtered.Any(static plan => AsksForPeople(plan.Filter!)),
                cancellationToken);
        foreach (var group in filtered.GroupBy(static plan => plan.Filter))
        {
            var filter = await FilterAsync(request, query, group.Key!, [.. group], known, trace, cancellationToken);
            foreach (var plan in group.Where(_ => filter.Conditions.Count > 0))
            {
                var ids = await documents.FindAsync(plan.Base.Id, filter, known[plan.Base.Id], cancellationToken);
                chosen[plan.Base.Id] = new DocumentChoice(filter, named is null ? ids : ids.Intersect(named).ToHashSet());
            }
        }

        if (named is not null)
        {
            foreach (var plan in plans)
            {
                chosen.TryAdd(plan.Base.Id, new DocumentChoice(null, named));
            }
        }

        return chosen;
    }

    private static bool IsFilter(MetadataFilter? filter)
        => filter is { Mode: FilterMode.Automatic } or { Mode: FilterMode.Manual, Conditions.Count: > 0 };

    private static bool AsksForPeople(MetadataFilter filter)
        => filter.Mode == FilterMode.Automatic
            || filter.Conditions.Any(static condition => condition.Name == FilterField.Uploader);

    private async Task<MetadataFilter> FilterAsync(
        SearchRequest request,
        string query,
        MetadataFilter filter,
        IReadOnlyList<SearchPlan> plans,
        IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, FilterField>> known,
        SearchTrace trace,
        CancellationToken cancellationToken)
    {
        FilterField[] all = [.. plans.SelectMany(plan => known[plan.Base.Id].Values)];
        if (filter.Mode == FilterMode.Automatic)
        {
            return await writer.WriteAsync(request.Caller, filter, query, all, trace, cancellationToken);
        }

        var names = all.Select(static field => field.Name).ToHashSet(StringComparer.Ordinal);
        return filter.Conditions.FirstOrDefault(condition => !names.Contains(condition.Name)) is { } unknown
            ? throw new FaultException(Fault.Invalid(
                "knowledge.unknown_field",
                $"No knowledge base has a metadata field '{unknown.Name}'. "
                + "Fields such as document_name can be used once the base's built-in metadata is switched on.",
                "filters.conditions"))
            : filter;
    }
}
