using System.Text.Json;
using Middeck.Studio.Agents.Confirmation;
using Middeck.Studio.Tools;

namespace Middeck.Studio.Chat;

/// <summary>A person is asked whether a tool may be called, or has answered. Not one of Dify's events.</summary>
internal sealed record ToolConfirmationEvent(
    string Event,
    Guid TaskId,
    Guid Id,
    Guid MessageId,
    Guid? ConversationId,
    Guid StepId,
    Guid CallId,
    string Tool,
    ToolWords Label,
    string Icon,
    JsonElement Input,
    ConfirmationStatus Status,
    string? Reason,
    DateTimeOffset ExpiresAt);
