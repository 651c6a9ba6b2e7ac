using Middeck.Core.Errors;
using Middeck.Studio.Tables;

namespace Middeck.Studio.Sites.Batches;

/// <summary>The refusals of batches.</summary>
internal static class BatchFaults
{
    public static FaultException NotFound()
        => new(Fault.NotFound("sites.batch_not_found", "You have no such batch on this page."));

    public static FaultException NotOffered() => new(Fault.Conflict(
        "sites.batch_not_offered", "Batches are for apps that fill in a form; this one is for conversations."));

    public static FaultException NeedsFiles() => new(Fault.Conflict(
        "sites.batch_files", "This app needs a file in its form, and a table holds none. Run it one by one."));

    /// <summary>Those about the table as such.</summary>
    public static TableFaults Table { get; } = new(
        new Fault(FaultKind.TooLarge, "files.too_large", "", "file"),
        Fault.Invalid("sites.batch_unreadable", "", "file"),
        Fault.Invalid("sites.batch_too_many_rows", "", "file"),
        Fault.Invalid("sites.batch_columns", "", "file"));

    public static FaultException Empty()
        => new(Fault.Invalid("sites.batch_empty", "The file has no lines below the columns' names.", "file"));

    /// <param name="wrong">The lines at fault, the first of them.</param>
    /// <param name="count">How many there are.</param>
    public static FaultException WrongRows(IReadOnlyList<WrongRow> wrong, int count) => new(new Fault(
        FaultKind.Invalid,
        "sites.batch_rows",
        $"Line {wrong[0].Row}: {wrong[0].Reason}. {count} lines are wrong; nothing was started.",
        "file",
        new Dictionary<string, object?> { ["rows"] = wrong, ["count"] = count, ["row"] = wrong[0].Row, ["reason"] = wrong[0].Reason }));

    public static FaultException OneAtATime() => new(Fault.Conflict(
        "sites.batch_running", "Another batch of yours is still running. Wait for it, or cancel it."));
}
