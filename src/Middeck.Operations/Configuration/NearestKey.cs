namespace Middeck.Operations.Configuration;

/// <summary>Finds what somebody meant who mistyped a key.</summary>
internal static class NearestKey
{
    /// <summary>The closest known key in the author's own spelling; null when nothing is close.</summary>
    public static string? Find(ConfigurationEntry entry, KnownKeys known)
    {
        var fromEnvironment = entry.Place == "environment";
        var candidates = fromEnvironment
            ? known.Spellings.Select(ToVariable).Concat(EnvironmentNames.Own.Keys)
            : known.Spellings;
        var best = candidates
            .Select(candidate => (Key: candidate, Distance: Distance(entry.Spelling, candidate)))
            .OrderBy(candidate => candidate.Distance)
            .FirstOrDefault();
        if (best.Key is not null && best.Distance <= Math.Max(2, entry.Spelling.Length / 4))
        {
            return best.Key;
        }

        // The right name in the wrong section: port at the top instead of server.port.
        return candidates.FirstOrDefault(candidate => LastPart(candidate) == LastPart(entry.Spelling));
    }

    private static string ToVariable(string key) => $"MIDDECK_{key.Replace(".", "__", StringComparison.Ordinal).ToUpperInvariant()}";

    private static string LastPart(string key) => key[(key.LastIndexOf('.') + 1)..];

    // Levenshtein's edit distance, one row at a time.
    internal static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
