namespace Middeck.Http.Configuration;

/// <summary>
/// Lists in the configuration whose entries are for every workspace or, as <c>{workspace id}:{entry}</c>, for one.
/// </summary>
public static class WorkspaceEntries
{
    private const int IdLength = 36;

    /// <summary>The entries that count in a workspace.</summary>
    public static IEnumerable<string> For(IEnumerable<string> entries, Guid workspaceId)
    {
        foreach (var entry in entries)
        {
            if (entry.Length <= IdLength || entry[IdLength] != ':' || !Guid.TryParse(entry.AsSpan(0, IdLength), out var owner))
            {
                yield return entry;
            }
            else if (owner == workspaceId)
            {
                yield return entry[(IdLength + 1)..];
            }
        }
    }
}
