using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Live;

namespace Middeck.Knowledge.Documents;

/// <summary>Tells open console pages how a document stands.</summary>
internal sealed class DocumentEvents(ILiveEvents events)
{
    public void Changed(DocumentRow row)
        => events.Publish(
            row.WorkspaceId,
            $"knowledge:{row.BaseId}",
            "document.changed",
            JsonSerializer.SerializeToElement(Document.From(row), Json.Snake));
}
