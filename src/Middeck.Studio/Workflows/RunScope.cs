using Middeck.Models.Gateway;
using Middeck.Studio.Apps;
using Middeck.Studio.Chat;
using Middeck.Studio.Conversations;
using Middeck.Studio.Workflows.Runs;
using Middeck.Workflows.Engine;

namespace Middeck.Studio.Workflows;

/// <summary>What the nodes of this room know of the run that they work in.</summary>
/// <param name="App">The app in the form in which it is run.</param>
/// <param name="RunId">The run.</param>
/// <param name="Person">Who started it.</param>
/// <param name="Caller">In whose name models are asked.</param>
internal sealed record RunScope(AppSnapshot App, Guid RunId, Person Person, ModelCaller Caller)
{
    /// <summary>Whose run it is.</summary>
    public Guid WorkspaceId => App.WorkspaceId;

    /// <summary>The conversation of a chat; null for a workflow.</summary>
    public Guid? ConversationId { get; init; }

    /// <summary>What was said in the conversation before, the oldest first; empty for a workflow.</summary>
    public IReadOnlyList<ChatTurn> History { get; init; } = [];

    /// <summary>Where what happens is written down; null when nothing of the run is kept.</summary>
    public RunJournal? Journal { get; init; }

    /// <summary>Whether a draft is tried out.</summary>
    public bool IsDraft => App.Version is null;

    /// <summary>The scope of a node.</summary>
    public static RunScope Of(NodeContext context) => (RunScope)context.Request.Host!;
}
