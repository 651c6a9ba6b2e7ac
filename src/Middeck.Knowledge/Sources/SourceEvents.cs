using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Live;

namespace Middeck.Knowledge.Sources;

/// <summary>Tells open console pages how a source stands.</summary>
internal sealed class SourceEvents(ILiveEvents events)
{
    public void Changed(SourceRow row, SourceRun? run = null)
        => events.Publish(
            row.WorkspaceId,
            $"knowledge:{row.BaseId}",
            "source.changed",
            JsonSerializer.SerializeToElement(Source.From(row) with { LastRun = run }, Json.Snake));
}
