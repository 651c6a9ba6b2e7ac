using Middeck.Core.Errors;

namespace Middeck.Studio.Agents.Confirmation;

/// <summary>The refusals of answers to a question.</summary>
internal static class ConfirmationFaults
{
    public const string MissingCode = "agents.confirmation_not_found";
    public const string ClosedCode = "agents.confirmation_closed";

    public static FaultException NotFound() => new(Fault.NotFound(
        MissingCode, "There is no such question, or it was put to somebody else."));

    public static FaultException Closed(ConfirmationStatus status) => new(Fault.Conflict(
        ClosedCode, status switch
        {
            ConfirmationStatus.Allowed => "The question was answered already: the tool was allowed.",
            ConfirmationStatus.Refused => "The question was answered already: the tool was refused.",
            ConfirmationStatus.Expired => "The time for an answer is over, and the tool was not called. Ask again.",
            _ => "The run has ended, and the tool was not called. Ask again.",
        }));

    public static FaultException InvalidReason() => new(Fault.Invalid(
        "agents.invalid_reason", "reason holds a character that cannot be kept, such as NUL.", "reason"));
}
