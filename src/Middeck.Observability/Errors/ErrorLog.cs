using Microsoft.Extensions.Logging;
using Middeck.Core.Errors;

namespace Middeck.Observability.Errors;

/// <summary>Keeps failures as rows. What cannot be kept is at least in the node's own log.</summary>
internal sealed partial class ErrorLog(ErrorStore store, ILogger<ErrorLog> logger) : IErrorSink
{
    // The caller waits for its answer; a database that does not answer must not keep it for long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task ReportAsync(ErrorReport report, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Patience);
        try
        {
            await store.InsertAsync(report, timeout.Token);
        }
        catch (Exception ex)
        {
            LogNotKept(ex, report.Source, report.Operation, report.ExceptionType, report.TraceId);
        }
    }

    [LoggerMessage(LogLevel.Error,
        "The failure {ExceptionType} of {Source} {Operation}, trace {TraceId}, could not be written to the error log.")]
    private partial void LogNotKept(Exception exception, string source, string operation, string? exceptionType, string traceId);
}
