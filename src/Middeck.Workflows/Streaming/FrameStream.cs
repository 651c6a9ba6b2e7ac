using System.Text;
using Middeck.Workflows.Engine;

namespace Middeck.Workflows.Streaming;

/// <summary>What the streaming of text has to know of one frame.</summary>
internal sealed class FrameStream(Frame frame)
{
    /// <summary>By node: whether it will run for certain, unless something fails.</summary>
    public bool[] Certain { get; } = new bool[frame.Scope.Nodes.Length];

    /// <summary>By position of the response in its level.</summary>
    public ResponseSession[] Sessions { get; } =
        [.. frame.Scope.Responses.Select(plan => new ResponseSession(frame, plan))];

    /// <summary>What nodes have streamed so far by place and variable.</summary>
    public Dictionary<(int Place, string Variable), StringBuilder> Pieces { get; } = [];
}
