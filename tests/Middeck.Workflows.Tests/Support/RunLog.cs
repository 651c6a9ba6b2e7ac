using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Tests.Support;

/// <summary>Everything that a run told.</summary>
internal sealed class RunLog
{
    public List<GraphEvent> Events { get; } = [];

    public RunFinished Finished => Events.OfType<RunFinished>().Single();

    public RunPaused Paused => Events.OfType<RunPaused>().Single();

    /// <summary>What a reader of the stream sees in the end.</summary>
    public string Text { get; private set; } = "";

    public IEnumerable<string> Chunks => Events.OfType<TextChunk>().Select(chunk => chunk.Text);

    public IEnumerable<string> Started => Events.OfType<NodeStarted>().Select(node => node.Execution.Key);

    public IEnumerable<NodeRecord> Records => Events.OfType<NodeFinished>().Select(node => node.Record);

    public string? Output(string name) => Finished.Outputs.TryGetValue(name, out var value) ? value.ToJson() : null;

    public NodeRecord Record(string key) => Records.Single(record => record.Key == key);

    public void Add(GraphEvent what)
    {
        Events.Add(what);
        Text = what switch
        {
            TextChunk chunk => Text + chunk.Text,
            TextReplaced replaced => replaced.Text,
            _ => Text,
        };
    }

    /// <summary>What happened in short: <c>start a</c>, <c>end a</c>, <c>"text"</c>.</summary>
    public IEnumerable<string> Story() => Events.Select(what => what switch
    {
        NodeStarted started => "start " + started.Execution.Key,
        NodeFinished finished => "end " + finished.Execution.Key,
        TextChunk chunk => $"\"{chunk.Text}\"",
        _ => what.GetType().Name,
    });
}
