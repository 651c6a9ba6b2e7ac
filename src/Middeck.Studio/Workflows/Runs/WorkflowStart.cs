using Middeck.Studio.Apps;
using Middeck.Studio.Chat;
using Middeck.Studio.Conversations;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>Asks for a run.</summary>
/// <param name="App">The app in the form in which it is run: a published version, or the draft.</param>
/// <param name="Source">What started it.</param>
/// <param name="Person">Who started it.</param>
/// <param name="EndUser">The app's own name for the person; null in the console.</param>
/// <param name="KeyId">The key that was shown; null for people.</param>
/// <param name="Inputs">The inputs, checked.</param>
internal sealed record WorkflowStart(
    AppSnapshot App,
    WorkflowSource Source,
    Person Person,
    string? EndUser,
    Guid? KeyId,
    IReadOnlyDictionary<string, Segment> Inputs)
{
    /// <summary>The files of the question, as a list; nothing for none.</summary>
    public Segment Files { get; init; } = Segment.Of([], SegmentType.ArrayFile);

    /// <summary>The chat that the run writes an answer of; null for a workflow.</summary>
    public ChatRun? Chat { get; init; }

    /// <summary>What was said in the chat before.</summary>
    public IReadOnlyList<ChatTurn> History { get; init; } = [];

    /// <summary>The variables of the chat's conversation.</summary>
    public IReadOnlyDictionary<string, Segment> Conversation { get; init; } = NodeResult.NoValues;

    /// <summary>How often the conversation has been answered in, this time too.</summary>
    public int DialogueCount { get; init; }

    /// <summary>Where the run begins; null for the start node.</summary>
    public string? RootId { get; init; }

    /// <summary>The one node that is tried out; null for the whole graph.</summary>
    public string? OnlyNodeId { get; init; }

    /// <summary>What the one node reads of others.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, Segment>> Preset { get; init; }
        = new Dictionary<string, IReadOnlyDictionary<string, Segment>>();

    /// <summary>Whether nobody waits for its beginning: it waits for its turn as long as that takes.</summary>
    public bool IsBackground { get; init; }

    /// <summary>How many workflows are around this one.</summary>
    public int CallDepth { get; init; }
}
