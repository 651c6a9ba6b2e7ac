using System.Text.Json;
using Middeck.Studio.Workflows.Runs;

namespace Middeck.Studio.Dify;

/// <summary>A form that a run waits for.</summary>
internal sealed record DifyForm(
    string FormContent, JsonElement Inputs, JsonElement ResolvedDefaultValues, JsonElement UserActions, long ExpirationTime)
{
    public static DifyForm Of(WorkflowForm form)
        => new(form.Content, form.Inputs, form.Defaults, form.Actions, form.ExpiresAt.ToUnixTimeSeconds());
}
