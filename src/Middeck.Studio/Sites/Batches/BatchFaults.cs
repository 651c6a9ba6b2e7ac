using Middeck.Core.Errors;

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

    public static FaultException Unreadable(string reason)
        => new(Fault.Invalid("sites.batch_unreadable", $"The file cannot be read: {reason}.", "file"));

    public static FaultException WrongColumns(IEnumerable<string> expected, string found) => new(new Fault(
        FaultKind.Invalid,
        "sites.batch_columns",
        $"The first line must name the columns {string.Join(", ", expected)}. It has: {found}. Download the template.",
        "file",
        new Dictionary<string, object?> { ["columns"] = expected.ToList(), ["found"] = found }));

    public static FaultException Empty()
        => new(Fault.Invalid("sites.batch_empty", "The file has no lines below the columns' names.", "file"));

    public static FaultException TooManyRows(int most) => new(new Fault(
        FaultKind.Invalid,
        "sites.batch_too_many_rows",
        $"A batch may have at most {most:N0} lines. Nothing was started.",
        "file",
        new Dictionary<string, object?> { ["most"] = most }));

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
