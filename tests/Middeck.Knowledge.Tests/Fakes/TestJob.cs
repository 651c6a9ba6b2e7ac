using Middeck.Jobs;

namespace Middeck.Knowledge.Tests.Fakes;

internal sealed record TestJob(
    Guid JobId, Guid WorkspaceId, Guid Subject, string PayloadJson = "{}") : IJobContext
{
    public int Attempt => 1;

    public List<(double Progress, string? Fact)> Reports { get; } = [];

    public void Report(double progress, string? fact) => Reports.Add((progress, fact));
}
