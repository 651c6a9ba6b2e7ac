using System.Text.Json;

namespace Middeck.Core.Live;

/// <summary>Tells open console pages, on every node, that something changed. Delivery is a hint: the rows are the truth.</summary>
public interface ILiveEvents
{
    /// <summary>Publishes to those who watch the topic in the workspace.</summary>
    /// <param name="workspaceId">Only members of it hear of it.</param>
    /// <param name="topic">Such as <c>knowledge:{id}</c>, <c>jobs</c> or <c>apps</c>.</param>
    /// <param name="type">Such as <c>document.progress</c>.</param>
    /// <param name="data">A small snake_case object, at most 6,000 bytes as JSON; larger ones are sent without data.</param>
    void Publish(Guid workspaceId, string topic, string type, JsonElement data);
}
