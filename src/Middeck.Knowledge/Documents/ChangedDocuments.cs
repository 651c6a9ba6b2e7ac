namespace Middeck.Knowledge.Documents;

/// <summary>What a change of all documents of a base did.</summary>
/// <param name="Count">How many documents are otherwise now.</param>
/// <param name="Newest">The first of them in lists, as they are now: as many as open pages are told about.</param>
/// <param name="Running">The jobs of those that a node was working on.</param>
internal sealed record ChangedDocuments(int Count, IReadOnlyList<DocumentRow> Newest, IReadOnlyList<Guid> Running);
