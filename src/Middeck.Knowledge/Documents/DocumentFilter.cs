namespace Middeck.Knowledge.Documents;

/// <summary>Which documents to list.</summary>
/// <param name="Text">A part of the name; null for all.</param>
/// <param name="Statuses">Any of them; empty for all.</param>
/// <param name="Enabled">Null for both.</param>
/// <param name="Archived">Null for both.</param>
internal sealed record DocumentFilter(string? Text, IReadOnlyList<DocumentStatus> Statuses, bool? Enabled, bool? Archived)
{
    public static DocumentFilter All { get; } = new(null, [], null, null);
}
