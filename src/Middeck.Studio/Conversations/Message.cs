using System.Globalization;
using System.Text.Json;
using Middeck.Studio.Agents;
using Middeck.Studio.Files;

namespace Middeck.Studio.Conversations;

/// <summary>
/// A question and its answer, as the console sees them. <see cref="Siblings"/> are the messages that follow the same one, this
/// one among them at <see cref="SiblingIndex"/>: other answers, or other questions.
/// </summary>
internal sealed record Message(
    Guid Id,
    Guid? ParentId,
    IReadOnlyList<Guid> Siblings,
    int SiblingIndex,
    string Query,
    JsonElement Inputs,
    IReadOnlyList<AppFile> Files,
    string Answer,
    MessageStatus Status,
    string? Error,
    IReadOnlyList<Citation> Citations,
    MessageFeedback? Feedback,
    string? Model,
    MessageUsage Usage,
    MessageCost Cost,
    double? TimeToFirstToken,
    double? Duration,
    DateTimeOffset CreatedAt)
{
    /// <summary>What an agent did on the way to the answer; empty for other apps.</summary>
    public IReadOnlyList<AgentStepView> Steps { get; init; } = [];

    /// <summary>What its tools made.</summary>
    public IReadOnlyList<AppFile> MadeFiles { get; init; } = [];

    public static Message From(Guid workspaceId, MessageRow row, FileLinks links) => new(
        row.Id, row.ParentId, row.Siblings, Array.IndexOf(row.Siblings, row.Id), row.Query, row.Inputs,
        [.. row.Files.Select(file => links.Show(workspaceId, file))], row.Answer, row.Status, row.Error, row.Citations,
        row.Rating is null ? null : new MessageFeedback(row.Rating), row.Model,
        new MessageUsage(row.PromptTokens, row.CompletionTokens, row.PromptTokens + row.CompletionTokens),
        new MessageCost(row.TotalPrice.ToString(CultureInfo.InvariantCulture), row.Currency),
        row.TimeToFirstToken, row.Duration, row.CreatedAt)
    {
        Steps = [.. row.Steps.Select(AgentStepView.Of)],
        MadeFiles = [.. row.MadeFiles.Select(file => links.Show(workspaceId, file))],
    };
}
