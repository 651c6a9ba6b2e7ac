using Middeck.Workflows.Engine;

namespace Middeck.Workflows.Streaming;

/// <summary>How far one response of one frame has been written.</summary>
internal sealed class ResponseSession(Frame frame, ResponsePlan plan)
{
    public Frame Frame { get; } = frame;

    public ResponsePlan Plan { get; } = plan;

    /// <summary>How many nodes before it are neither finished nor skipped and hold it back.</summary>
    public int Holders { get; set; } = plan.Holders;

    public SessionState State { get; set; }

    /// <summary>The part that is being written.</summary>
    public int Part { get; set; }

    /// <summary>Where its text begins in the text of the run.</summary>
    public int Start { get; set; }

    /// <summary>Where its text ends in the text of the run.</summary>
    public int End { get; set; }

    /// <summary>Where the text of that part begins in the text of the run.</summary>
    public int PartStart { get; set; }

    /// <summary>What each part became when the node ran before its turn to write; null until then.</summary>
    public string[]? Fixed { get; set; }
}
