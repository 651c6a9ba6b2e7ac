namespace Middeck.Knowledge.Documents;

/// <summary>The versions of a document, newest first.</summary>
internal sealed record DocumentVersions(IReadOnlyList<DocumentVersion> Data);
