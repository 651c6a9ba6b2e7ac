using System.Collections.Concurrent;
using Middeck.Core.Errors;

namespace Middeck.Http.Tests.Hosting;

/// <summary>An error log that can be read.</summary>
internal sealed class RecordingErrorSink : IErrorSink
{
    public ConcurrentQueue<ErrorReport> Reports { get; } = new();

    public Task ReportAsync(ErrorReport report, CancellationToken cancellationToken)
    {
        Reports.Enqueue(report);
        return Task.CompletedTask;
    }
}
