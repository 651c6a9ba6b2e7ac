using Middeck.Core.Errors;
using Middeck.Studio.Tables;

namespace Middeck.Studio.Evaluation;

/// <summary>The refusals about test sets and what is done with them.</summary>
internal static class EvaluationFaults
{
    /// <summary>Those about tables of cases.</summary>
    public static TableFaults Import { get; } = new(
        new Fault(FaultKind.TooLarge, "evaluation.import_too_large", "", "file"),
        Fault.Invalid("evaluation.import_unreadable", "", "file"),
        Fault.Invalid("evaluation.import_too_many_rows", "", "file"),
        Fault.Invalid("evaluation.import_columns", "", "file"));

    public static FaultException SetNotFound()
        => new(Fault.NotFound("evaluation.set_not_found", "The app has no such test set."));

    public static FaultException CaseNotFound()
        => new(Fault.NotFound("evaluation.case_not_found", "The test set has no such case."));

    public static FaultException NotFound()
        => new(Fault.NotFound("evaluation.not_found", "The app has no such evaluation."));

    public static FaultException Invalid(string field, string rule)
        => new(Fault.Invalid("evaluation.invalid", $"{field} {rule}.", field));

    public static FaultException TooManySets(int most) => new(Fault.Conflict(
        "evaluation.too_many_sets", $"An app has at most {most:N0} test sets. Delete one first."));

    public static FaultException TooManyCases(int most) => new(Fault.Conflict(
        "evaluation.too_many_cases", $"A test set has at most {most:N0} cases. Delete some, or make another set."));

    public static FaultException NoCases() => new(Fault.Conflict(
        "evaluation.no_cases", "The test set has no cases yet. Write one, take them from the log, or import a table."));

    public static FaultException JudgeNeedsModel() => new(Fault.Conflict(
        "evaluation.judge_needs_model",
        "The built-in model quotes and cannot grade. Choose another model for grading, or judge by rules and similarity."));

    public static FaultException NotUnderWay() => new(Fault.Conflict(
        "evaluation.not_under_way", "The evaluation has ended already."));

    public static FaultException NothingToRetry() => new(Fault.Conflict(
        "evaluation.not_failed", "Only an evaluation that failed or was cancelled can be gone on with."));

    public static FaultException AppDeleted() => new(Fault.Conflict(
        "evaluation.app_deleted", "The app was deleted while it was evaluated."));

    public static FaultException DraftChanged() => new(Fault.Conflict(
        "evaluation.draft_changed", "The draft was saved while it was being published. Try again."));

    /// <param name="faults">The first rows at fault, with the line of the columns' names as row 1.</param>
    /// <param name="count">How many there are.</param>
    public static FaultException BadRows(IReadOnlyList<TableFault> faults, int count) => new(new Fault(
        FaultKind.Invalid,
        "evaluation.import_rows",
        $"Row {faults[0].Row}: {faults[0].Reason}."
            + $"{(count > 1 ? $" {count - 1:N0} more rows are at fault." : "")} Nothing was written.",
        "file",
        new Dictionary<string, object?> { ["faults"] = faults, ["fault_count"] = count }));
}
