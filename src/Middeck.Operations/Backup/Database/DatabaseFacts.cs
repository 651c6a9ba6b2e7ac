namespace Middeck.Operations.Backup.Database;

/// <summary>What a database holds at one moment.</summary>
/// <param name="Major">PostgreSQL's major version.</param>
/// <param name="Schema">The newest migration of each room.</param>
/// <param name="Bytes">Its size on the disk.</param>
internal sealed record DatabaseFacts(int Major, IReadOnlyDictionary<string, int> Schema, long Bytes);
