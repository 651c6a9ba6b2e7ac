using System.Text.Json;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>A row of <c>studio.workflow_form</c>: what a person is asked.</summary>
internal sealed record WorkflowForm(
    Guid Id,
    Guid WorkspaceId,
    Guid RunId,
    string NodeKey,
    string NodeId,
    string NodeTitle,
    string Token,
    string Content,
    JsonElement Inputs,
    JsonElement Actions,
    JsonElement Defaults,
    DateTimeOffset ExpiresAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ClosedAt,
    string? Action,
    JsonElement? Answer);
