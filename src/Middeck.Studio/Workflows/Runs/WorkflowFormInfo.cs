using System.Text.Json;
using Middeck.Studio.Workflows.Forms;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>A form that a run shows, as the console has it.</summary>
/// <param name="Id">The form.</param>
/// <param name="NodeId">The node that shows it.</param>
/// <param name="NodeTitle">What the author called it.</param>
/// <param name="Content">Markdown; <c>{{#$output.name#}}</c> marks where the fields stand.</param>
/// <param name="Inputs">The fields as the DSL has them.</param>
/// <param name="Actions">The buttons as the DSL has them.</param>
/// <param name="Defaults">What the fields hold at first.</param>
/// <param name="ExpiresAt">When it closes.</param>
/// <param name="ClosedAt">When it was answered, or its time ran out; null until then.</param>
/// <param name="Action">The button that was chosen; null when none was.</param>
/// <param name="Answer">The fields as they were filled in.</param>
/// <param name="Mails">The mails that tell people of it.</param>
internal sealed record WorkflowFormInfo(
    Guid Id,
    string NodeId,
    string NodeTitle,
    string Content,
    JsonElement Inputs,
    JsonElement Actions,
    JsonElement Defaults,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? ClosedAt,
    string? Action,
    JsonElement? Answer,
    IReadOnlyList<FormMailInfo> Mails)
{
    public static WorkflowFormInfo Of(WorkflowForm form, IReadOnlyList<FormMailInfo> mails) => new(
        form.Id, form.NodeId, form.NodeTitle, form.Content, form.Inputs, form.Actions, form.Defaults, form.ExpiresAt, form.ClosedAt,
        form.Action, form.Answer, mails);
}
