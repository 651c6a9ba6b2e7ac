using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;
using Middeck.Studio.Workflows.Chat;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Nodes;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>Takes what people answer to the forms of runs, and lets the runs go on.</summary>
internal sealed class WorkflowForms(WorkflowFormStore forms, WorkflowRunStore store, WorkflowResumption resumption, TimeProvider clock)
{
    /// <summary>Takes an answer; the run goes on at once when it waits for nothing else.</summary>
    /// <exception cref="FaultException">The form is closed, or the answer does not fit it; nothing was changed.</exception>
    public async Task AnswerAsync(WorkflowForm form, string action, JsonElement? inputs, CancellationToken cancellationToken)
    {
        if (form.ClosedAt is not null)
        {
            throw form.Action is null ? WorkflowFaults.Expired() : WorkflowFaults.Submitted();
        }

        if (form.ExpiresAt <= clock.GetUtcNow())
        {
            throw WorkflowFaults.Expired();
        }

        if (inputs is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) } || (inputs is { } text && !StorableJson.IsStorable(text)))
        {
            throw new FaultException(Fault.Invalid("workflows.invalid_form_inputs", "inputs must be an object of the form's fields.", "inputs"));
        }

        var answer = new FormAnswer(action, SegmentJson.ReadFields(inputs ?? default));
        await CheckAsync(form, answer, cancellationToken);
        if (!await forms.AnswerAsync(
            form.Id, action, Segment.Of(answer.Inputs).ToJson(), clock.GetUtcNow(), cancellationToken))
        {
            throw WorkflowFaults.Submitted();
        }

        // A run that still works on other branches finds the answer when it pauses.
        await resumption.TakeUpPausedAsync(form.RunId, cancellationToken);
    }

    private async Task CheckAsync(WorkflowForm form, FormAnswer answer, CancellationToken cancellationToken)
    {
        if (await store.FindConfigAsync(form.RunId, cancellationToken) is { } config
            && AppConfig.Read(config, AppMode.Workflow).Workflow.Find(form.NodeId) is { } node
            && HumanInputForm.Check(node, answer) is { } fault)
        {
            throw new FaultException(fault);
        }
    }
}
