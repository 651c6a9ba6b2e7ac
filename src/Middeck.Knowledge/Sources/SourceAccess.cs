namespace Middeck.Knowledge.Sources;

/// <summary>What a reader needs of a source.</summary>
/// <param name="WorkspaceId">Decides which private hosts and folders may be reached.</param>
/// <param name="Settings">Of the reader's kind.</param>
/// <param name="Secret">In plain text; null when there is none.</param>
internal sealed record SourceAccess(Guid WorkspaceId, SourceSettings Settings, string? Secret);
