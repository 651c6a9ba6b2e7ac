using Middeck.Studio.Workflows.Forms;
using Middeck.Workflows.Engine;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>Something that the journal writes down, in the order in which it was handed over.</summary>
internal abstract record JournalEntry
{
    private JournalEntry()
    {
    }

    /// <summary>Set when it is committed; null when nobody waits for that.</summary>
    public TaskCompletionSource? Done { get; init; }

    /// <summary>A run begins.</summary>
    public sealed record Begun(WorkflowRun Run, string Start, string Inputs, byte[]? DraftHash, Guid Node) : JournalEntry;

    /// <summary>Something happened in a run.</summary>
    /// <param name="Workspace">Whose run it is.</param>
    /// <param name="Run">The run.</param>
    /// <param name="Sequence">The event's number.</param>
    /// <param name="Name">The event's name.</param>
    /// <param name="Body">What watchers are told.</param>
    /// <param name="TextLength">Characters written up to and with it.</param>
    /// <param name="NodeKey">The node's place in the run, of events about nodes.</param>
    /// <param name="Record">What is needed to go on behind a node that ended, as JSON.</param>
    public sealed record Happened(
        Guid Workspace, Guid Run, int Sequence, string Name, string Body, int TextLength, string? NodeKey, string? Record)
        : JournalEntry
    {
        /// <summary>Where the body is when it is large; null when it is here.</summary>
        public Guid? BodyObject { get; init; }

        /// <summary>Where the record is when it is large; null when it is here.</summary>
        public Guid? RecordObject { get; init; }
    }

    /// <summary>A node that must not be done twice is about to begin.</summary>
    public sealed record Attempted(Guid Run, string NodeKey) : JournalEntry;

    /// <summary>A person is asked.</summary>
    public sealed record Asked(
        WorkflowRun Run, PendingForm Form, FormRequest Request, string Token, IReadOnlyList<FormLetter> Letters) : JournalEntry;

    /// <summary>A run came to its end, or waits.</summary>
    public sealed record Ended(WorkflowRun Run, WorkflowEnd End, Guid Node) : JournalEntry;

    /// <summary>Nothing: done when all before it is.</summary>
    public sealed record Mark : JournalEntry;
}
