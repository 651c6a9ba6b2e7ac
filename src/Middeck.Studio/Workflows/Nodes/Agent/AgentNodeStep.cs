using Middeck.Workflows.Events;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Agent;

/// <summary>A step of an agent that goes on.</summary>
internal sealed class AgentNodeStep(
    AgentNodeLog log, string id, string label, string? parent, Segment metadata, TimeProvider clock)
{
    private readonly DateTimeOffset _startedAt = clock.GetUtcNow();
    private readonly long _began = clock.GetTimestamp();

    public string Id => id;

    public void Succeed(Segment data) => log.Tell(Entry("success", data, error: null));

    public void Fail(Segment data, string error) => log.Tell(Entry("error", data, error));

    internal AgentLogEntry Entry(string status, Segment data, string? error)
    {
        var facts = new OrderedDictionary<string, Segment>(metadata.Fields, StringComparer.Ordinal)
        {
            ["started_at"] = Segment.Of(_startedAt.ToUnixTimeMilliseconds() / 1000d),
        };
        if (status != "start")
        {
            facts["finished_at"] = Segment.Of(clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000d);
            facts["elapsed_time"] = Segment.Of(Math.Round(clock.GetElapsedTime(_began).TotalSeconds, 3));
        }

        return new AgentLogEntry(id, label, status, parent, error, data, Segment.Of(facts));
    }
}
