using Middeck.Core.Errors;

namespace Middeck.Studio.Workflows.Triggers;

/// <summary>The refusals about triggers.</summary>
internal static class TriggerFaults
{
    public const string InvalidSchedule = "triggers.invalid_schedule";

    public static FaultException NotFound()
        => new(Fault.NotFound("triggers.not_found", "There is no such trigger, or its version is not published."));

    public static FaultException Disabled() => new(Fault.NotFound("triggers.disabled", "The trigger is switched off."));

    public static FaultException NobodyListens() => new(Fault.NotFound(
        "triggers.nobody_listens", "Nobody listens for calls of the draft. Open the canvas and begin to listen, then call again."));

    public static FaultException NotAWebhook()
        => new(Fault.Invalid("triggers.not_a_webhook", "Only a webhook can be listened to. Run the draft to try out another trigger."));

    public static FaultException TooLarge(int most)
        => new(new Fault(FaultKind.TooLarge, "triggers.body_too_large", $"The body may have at most {most:N0} bytes."));

    public static FaultException WrongType(string expected) => new(new Fault(
        FaultKind.UnsupportedType, "triggers.wrong_content_type", $"The webhook takes a body of the type {expected}."));

    public static FaultException Invalid(string rule, string? field = null)
        => new(Fault.Invalid("triggers.invalid_call", rule, field));

    public static FaultException Schedule(string rule, string field) => new(Fault.Invalid(InvalidSchedule, rule, field));
}
