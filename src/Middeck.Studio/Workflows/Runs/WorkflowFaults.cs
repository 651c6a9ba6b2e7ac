using Middeck.Core.Errors;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>What is wrong with calls about runs of graphs.</summary>
internal static class WorkflowFaults
{
    public const string RunMissing = "workflows.run_not_found";
    public const string FormMissing = "workflows.form_not_found";
    public const string FormSubmitted = "workflows.form_submitted";
    public const string FormExpired = "workflows.form_expired";
    public const string NotAGraph = "workflows.not_a_workflow";
    public const string VersionMissing = "workflows.version_not_found";

    public const string TooMany = "workflows.too_many_runs";

    public static FaultException RunNotFound() => new(Fault.NotFound(RunMissing, "There is no such run."));

    public static FaultException FormNotFound() => new(Fault.NotFound(FormMissing, "There is no such form."));

    public static FaultException Submitted() => new(Fault.Conflict(FormSubmitted, "Somebody has already answered this form."));

    public static FaultException Expired() => new(Fault.Conflict(FormExpired, "The time to answer this form is over."));

    public static FaultException NotAWorkflow() => new(Fault.Invalid(NotAGraph, "The app is no workflow; ask it by its chat instead."));

    public static FaultException VersionNotFound()
        => new(Fault.NotFound(VersionMissing, "The app has no such version.") with { Field = "version" });

    public static FaultException LineTooLong(int most) => new(new Fault(
        FaultKind.TooMany, TooMany,
        $"{most} runs of the app already wait for their turn. Try again when some of them have ended, or let more runs of the app work at a time."));

    public static FaultException WaitedTooLong(int seconds) => new(new Fault(
        FaultKind.TooMany, TooMany,
        $"The run did not get its turn within {seconds} seconds because too many others go on. Try again later."));

    public static FaultException NodeNeedsDraft()
        => new(Fault.Invalid("workflows.node_needs_draft", "A single node can only be tried out in the draft.", "node_id"));
}
