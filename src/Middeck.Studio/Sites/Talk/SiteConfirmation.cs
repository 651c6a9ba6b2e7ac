using System.Text.Json;
using Middeck.Studio.Agents.Confirmation;
using Middeck.Studio.Chat;
using Middeck.Studio.Tools;

namespace Middeck.Studio.Sites.Talk;

/// <summary>
/// A tool waits for the visitor's leave. Of an agent's work this is all that visitors see: they cannot decide about what they do
/// not know.
/// </summary>
internal sealed record SiteConfirmation(
    string Event,
    Guid TaskId,
    Guid MessageId,
    Guid ConversationId,
    Guid Id,
    Guid CallId,
    ToolWords Label,
    string Icon,
    JsonElement Input,
    ConfirmationStatus Status,
    DateTimeOffset ExpiresAt)
{
    public static SiteConfirmation Of(RunHead run, ToolConfirmation asked) => new(
        "tool_confirmation", run.Id, run.Id, run.ConversationId, asked.Id, asked.CallId, asked.Label, asked.Icon, asked.Input,
        asked.Status, asked.ExpiresAt);
}
