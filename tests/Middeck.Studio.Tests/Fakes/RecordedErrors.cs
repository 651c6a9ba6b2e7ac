using System.Collections.Concurrent;
using Middeck.Core.Errors;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>Keeps the reports of unexpected errors.</summary>
internal sealed class RecordedErrors : IErrorSink
{
    public ConcurrentQueue<ErrorReport> All { get; } = new();

    public Task ReportAsync(ErrorReport report, CancellationToken cancellationToken)
    {
        All.Enqueue(report);
        return Task.CompletedTask;
    }
}
