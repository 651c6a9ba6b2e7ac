using Middeck.Core.Errors;

namespace Middeck.Studio.Tables;

/// <summary>The refusals about a table that is taken in: each with the code of its area and a sentence of its own.</summary>
internal sealed class TableFaults(Fault tooLarge, Fault unreadable, Fault tooManyRows, Fault wrongColumns)
{
    public FaultException TooLarge(int bytes)
        => new(tooLarge with { Detail = $"The file may have at most {bytes:N0} bytes." });

    public FaultException Unreadable(string reason) => new(unreadable with { Detail = $"The file cannot be read: {reason}." });

    public FaultException TooManyRows(int most)
        => new(tooManyRows with
        {
            Detail = $"The file may have at most {most:N0} rows. Nothing was written.",
            Extensions = new Dictionary<string, object?> { ["most"] = most },
        });

    /// <param name="needed">Which columns the first line must name.</param>
    /// <param name="found">Those that it names.</param>
    public FaultException WrongColumns(string needed, string found) => new(wrongColumns with
    {
        Detail = $"The first line must name the columns {needed}. It has: {found}. Nothing was written.",
        Extensions = new Dictionary<string, object?> { ["columns"] = needed, ["found"] = found },
    });
}
