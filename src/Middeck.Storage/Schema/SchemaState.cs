namespace Middeck.Storage.Schema;

/// <summary>How the database's schema stands to this program's migrations.</summary>
/// <param name="Missing">Files that are not applied yet, such as <c>identity/0002_suspended_keys</c>.</param>
/// <param name="Newer">Rooms whose schema is newer than this program.</param>
/// <param name="Edited">Files that were applied in another form.</param>
public sealed record SchemaState(IReadOnlyList<string> Missing, IReadOnlyList<string> Newer, IReadOnlyList<string> Edited);
