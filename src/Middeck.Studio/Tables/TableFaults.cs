using Middeck.Core.Errors;

namespace Middeck.Studio.Tables;

/// <summary>The refusals about a table that is taken in.</summary>
/// <param name="area">What the codes begin with, such as <c>annotations</c>.</param>
internal sealed class TableFaults(string area)
{
    public FaultException TooLarge(int bytes) => new(new Fault(
        FaultKind.TooLarge, $"{area}.import_too_large", $"The file may have at most {bytes:N0} bytes.", "file"));

    public FaultException Unreadable(string reason)
        => new(Fault.Invalid($"{area}.import_unreadable", $"The file cannot be read: {reason}.", "file"));

    public FaultException TooManyRows(int most) => new(Fault.Invalid(
        $"{area}.import_too_many_rows", $"The file may have at most {most:N0} rows. Nothing was written.", "file"));

    /// <param name="needed">Which columns the first line must name.</param>
    /// <param name="found">Those that it names.</param>
    public FaultException WrongColumns(string needed, string found) => new(Fault.Invalid(
        $"{area}.import_columns",
        $"The first line must name the columns {needed}. It has: {found}. Nothing was written.",
        "file"));
}
