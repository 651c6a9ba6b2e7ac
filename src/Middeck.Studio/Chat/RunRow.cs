using Middeck.Studio.Agents;
using Middeck.Studio.Agents.Confirmation;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Chat;

/// <summary>A run as its row tells it, whichever node it is on.</summary>
internal sealed record RunRow(
    RunHead Head,
    MessageStatus Status,
    string Answer,
    IReadOnlyList<Citation> Citations,
    RunUsage Usage,
    string? ErrorCode,
    string? Error)
{
    /// <summary>Whose it is.</summary>
    public Guid WorkspaceId { get; init; }

    /// <summary>What an agent has done until now.</summary>
    public IReadOnlyList<AgentStep> Steps { get; init; } = [];

    /// <summary>What people were asked before tools were called.</summary>
    public IReadOnlyList<ToolConfirmation> Confirmations { get; init; } = [];

    /// <summary>The last event of the run; null while it goes on.</summary>
    public RunEvent? End => Status switch
    {
        MessageStatus.Running => null,
        MessageStatus.Failed => new RunEvent.Failed(RunFailures.FromRow(Head.Id, ErrorCode, Error)),
        _ => new RunEvent.Ended(Answer, Citations, Usage, IsModerated: ErrorCode == RunResult.Moderated),
    };
}
