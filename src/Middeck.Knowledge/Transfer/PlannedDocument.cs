using System.Text.Json.Nodes;

namespace Middeck.Knowledge.Transfer;

/// <summary>A document of an archive that was checked.</summary>
/// <param name="Source">Its line.</param>
/// <param name="Name">A name that can be kept.</param>
/// <param name="Metadata">By the new ids of the fields.</param>
internal sealed record PlannedDocument(ArchivedDocument Source, string Name, JsonObject Metadata);
