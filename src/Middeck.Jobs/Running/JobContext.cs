using Middeck.Jobs.Queue;

namespace Middeck.Jobs.Running;

/// <summary>What a handler sees of its job.</summary>
internal sealed class JobContext(JobRow row, ProgressWriter? progress) : IJobContext
{
    public Guid JobId => row.Job.Id;

    public Guid WorkspaceId => row.Job.WorkspaceId;

    public Guid Subject => row.Job.Subject;

    public string PayloadJson => row.PayloadJson;

    public int Attempt => row.Job.Attempt;

    // A job that has ended makes no progress any more.
    public void Report(double progressed, string? fact) => progress?.Report(Math.Clamp(progressed, 0, 1), fact);
}
