namespace Middeck.Core.Errors;

/// <summary>Where every 5xx answer and every failed job leaves a row. Implemented by the room that keeps the error log.</summary>
public interface IErrorSink
{
    /// <summary>Writes the report. Returns when it is in the database; never throws: a sink that fails logs and gives up.</summary>
    Task ReportAsync(ErrorReport report, CancellationToken cancellationToken);
}
