using System.Collections.Concurrent;
using Middeck.Core.Errors;

namespace Middeck.Jobs.Tests;

/// <summary>An error log in memory.</summary>
internal sealed class RecordedErrors : IErrorSink
{
    public ConcurrentQueue<ErrorReport> Reports { get; } = [];

    public Task ReportAsync(ErrorReport report, CancellationToken cancellationToken)
    {
        Reports.Enqueue(report);
        return Task.CompletedTask;
    }
}
