using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Live;

namespace Middeck.Studio.Apps;

/// <summary>Tells open console pages that an app changed. Only its id: not every member may see every app.</summary>
internal sealed class AppAnnouncer(ILiveEvents events)
{
    private const string Topic = "apps";

    public void Changed(Guid workspaceId, Guid appId) => Publish(workspaceId, "app.changed", appId);

    public void Deleted(Guid workspaceId, Guid appId) => Publish(workspaceId, "app.deleted", appId);

    private void Publish(Guid workspaceId, string type, Guid appId)
        => events.Publish(workspaceId, Topic, type, JsonSerializer.SerializeToElement(new { Id = appId }, Json.Snake));
}
