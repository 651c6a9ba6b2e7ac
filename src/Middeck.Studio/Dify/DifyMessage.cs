using System.Text.Json;
using Middeck.Core;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Dify;

/// <summary>A question and its answer as Dify lists them.</summary>
internal sealed record DifyMessage(
    Guid Id,
    Guid ConversationId,
    Guid? ParentMessageId,
    JsonElement Inputs,
    string Query,
    string Answer,
    string Status,
    string? Error,
    IReadOnlyList<DifyMessageFile> MessageFiles,
    MessageFeedback? Feedback,
    IReadOnlyList<Citation> RetrieverResources,
    IReadOnlyList<DifyAgentThought> AgentThoughts,
    long CreatedAt,
    IReadOnlyList<object> ExtraContents,
    int MessageTokens,
    int AnswerTokens,
    int TotalTokens,
    double ProviderResponseLatency,
    string TotalPrice,
    string Currency)
{
    /// <param name="row">The message.</param>
    /// <param name="files">Its files.</param>
    public static DifyMessage Of(MessageRow row, IReadOnlyList<DifyMessageFile> files) => new(
        row.Id, row.ConversationId, row.ParentId, row.Inputs, row.Query, row.Answer,
        row.Status == MessageStatus.Failed ? "error" : "normal", row.Error, files,
        row.Rating is null ? null : new MessageFeedback(row.Rating), row.Citations,
        [.. row.Steps.Select(step => DifyAgentThought.Of(row.Id, step))],
        row.CreatedAt.ToUnixTimeSeconds(), ExtraContents: [], row.PromptTokens, row.CompletionTokens,
        row.PromptTokens + row.CompletionTokens, Math.Round(row.Duration ?? 0, 3), Money.Text(row.TotalPrice),
        row.Currency);
}
