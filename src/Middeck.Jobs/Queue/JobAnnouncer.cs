using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Live;

namespace Middeck.Jobs.Queue;

/// <summary>Tells open console pages how a job stands.</summary>
internal sealed class JobAnnouncer(IEnumerable<ILiveEvents> live)
{
    public const string Topic = "jobs";

    public void Changed(Job job)
    {
        foreach (var events in live)
        {
            events.Publish(job.WorkspaceId, Topic, "job.changed", JsonSerializer.SerializeToElement(job, Json.Snake));
        }
    }
}
