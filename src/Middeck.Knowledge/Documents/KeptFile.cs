using Middeck.Knowledge.Ingestion;
using Middeck.Storage.Objects;

namespace Middeck.Knowledge.Documents;

/// <summary>A file that is in the store and that nothing points to yet.</summary>
internal sealed record KeptFile(string Name, StoredObject Stored, FileFormat Format);
