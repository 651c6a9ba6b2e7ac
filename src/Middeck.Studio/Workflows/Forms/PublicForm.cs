using System.Text.Json;
using Middeck.Studio.Workflows.Runs;

namespace Middeck.Studio.Workflows.Forms;

/// <summary>A form as whoever has its link sees it.</summary>
/// <param name="Title">What the author called the step.</param>
/// <param name="AppName">The app that asks.</param>
/// <param name="State"><c>open</c>, <c>submitted</c> or <c>expired</c>; the rest is empty unless it is open.</param>
/// <param name="Content">Markdown; <c>{{#$output.name#}}</c> marks where the fields stand.</param>
/// <param name="Inputs">The fields as the DSL has them.</param>
/// <param name="Actions">The buttons as the DSL has them.</param>
/// <param name="Defaults">What the fields hold at first.</param>
/// <param name="ExpiresAt">When it closes.</param>
internal sealed record PublicForm(
    string Title,
    string AppName,
    string State,
    string Content,
    JsonElement Inputs,
    JsonElement Actions,
    JsonElement Defaults,
    DateTimeOffset ExpiresAt)
{
    public static PublicForm Of(WorkflowForm form, string appName, DateTimeOffset now)
    {
        if (form.ClosedAt is null && form.ExpiresAt > now)
        {
            return new(form.NodeTitle, appName, "open", form.Content, form.Inputs, form.Actions, form.Defaults, form.ExpiresAt);
        }

        var nothing = JsonSerializer.SerializeToElement(Array.Empty<object>());
        return new(
            form.NodeTitle, appName, form.Action is null ? "expired" : "submitted", "", nothing, nothing,
            JsonSerializer.SerializeToElement(new { }), form.ExpiresAt);
    }
}
