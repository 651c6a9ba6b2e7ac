using Middeck.Core.Errors;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Documents;

/// <summary>Which documents of a base are listed; what is not said is no condition.</summary>
/// <param name="Text">Part of the name, in any case.</param>
/// <param name="Statuses">Any of these.</param>
/// <param name="Enabled">Whether they are switched on.</param>
/// <param name="Archived">Whether they are put away.</param>
internal sealed record DocumentFilter(
    string? Text = null, IReadOnlyList<DocumentStatus>? Statuses = null, bool? Enabled = null, bool? Archived = null)
{
    /// <exception cref="FaultException">A word is no status.</exception>
    public static DocumentFilter Parse(string? text, string[]? statuses, bool? enabled, bool? archived)
        => new(text, [.. (statuses ?? []).Where(static word => word.Length > 0).Select(StatusOf)], enabled, archived);

    /// <summary>The condition on <c>knowledge.document</c>, to stand behind others.</summary>
    public SqlText Sql => SqlText.Of(
        $"""
        AND ({Text}::text IS NULL OR strpos(lower(name), lower({Text}::text)) > 0)
        {(Statuses is { Count: > 0 } ? SqlText.Of($"AND status = ANY({Words(Statuses)})") : SqlText.Empty)}
        {(Enabled is { } enabled ? SqlText.Of($"AND enabled = {enabled}") : SqlText.Empty)}
        {(Archived is { } archived ? SqlText.Of($"AND archived = {archived}") : SqlText.Empty)}
        """);

    private static string[] Words(IReadOnlyList<DocumentStatus> statuses) => [.. statuses.Select(static one => SnakeCase.Of(one.ToString()))];

    private static DocumentStatus StatusOf(string word)
        => SnakeCase.TryParse<DocumentStatus>(word, out var status)
            ? status
            : throw new FaultException(Fault.Invalid(
                "knowledge.invalid_status",
                $"status must be one of: {string.Join(", ", Enum.GetNames<DocumentStatus>().Select(SnakeCase.Of))}.",
                "status"));
}
