using Middeck.Search.Text;

namespace Middeck.Search.Reranking;

/// <summary>How close together the terms of a query stand in a passage.</summary>
internal static class Proximity
{
    /// <summary>
    /// 1 when the terms that occur stand side by side somewhere, less the wider the narrowest place with all of them.
    /// </summary>
    public static float Of(IReadOnlyList<QueryTerm> terms, Passage passage)
    {
        QueryTerm[] found = [.. terms.Where(passage.Has)];
        return found.Length == 0 ? 0 : (float)found.Length / Math.Max(found.Length, NarrowestWindow(passage, found));
    }

    private static int NarrowestWindow(Passage passage, QueryTerm[] terms)
    {
        var places = terms
            .SelectMany((term, index) => passage.PlacesOf(term).Select(place => (Place: place, Term: index)))
            .OrderBy(occurrence => occurrence.Place)
            .ToArray();
        var inside = new int[terms.Length];
        var missing = terms.Length;
        var narrowest = passage.Length;
        var first = 0;
        foreach (var last in places)
        {
            missing -= inside[last.Term]++ == 0 ? 1 : 0;
            while (missing == 0)
            {
                narrowest = Math.Min(narrowest, last.Place - places[first].Place + 1);
                missing += --inside[places[first].Term] == 0 ? 1 : 0;
                first++;
            }
        }

        return narrowest;
    }
}
