using System.Text.Json;
using Middeck.Studio.Tools;

namespace Middeck.Studio.Agents.Confirmation;

/// <summary>A question to the person who asked: may this tool be called with this?</summary>
/// <param name="Id">By which it is answered.</param>
/// <param name="StepId">The step that waits.</param>
/// <param name="CallId">The call that waits.</param>
/// <param name="Tool">By which the model called it.</param>
/// <param name="Label">For people.</param>
/// <param name="Icon">An emoji.</param>
/// <param name="Input">The arguments.</param>
/// <param name="Status">What has become of it.</param>
/// <param name="Reason">Why it was refused, in the person's words; null for none.</param>
/// <param name="ExpiresAt">Until when it can be answered.</param>
internal sealed record ToolConfirmation(
    Guid Id,
    Guid StepId,
    Guid CallId,
    string Tool,
    ToolWords Label,
    string Icon,
    JsonElement Input,
    ConfirmationStatus Status,
    string? Reason,
    DateTimeOffset ExpiresAt);
