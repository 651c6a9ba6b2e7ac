using Middeck.Workflows.Engine;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>How far a run is, in Dify's words.</summary>
internal static class WorkflowStatus
{
    public const string Running = "running";
    public const string Paused = "paused";
    public const string Succeeded = "succeeded";
    public const string PartialSucceeded = "partial-succeeded";
    public const string Failed = "failed";
    public const string Stopped = "stopped";

    public static readonly string[] Known = [Running, Succeeded, PartialSucceeded, Failed, Stopped, Paused];

    public static string NameOf(RunStatus status) => status switch
    {
        RunStatus.PartialSucceeded => PartialSucceeded,
        RunStatus.Failed => Failed,
        RunStatus.Stopped => Stopped,
        RunStatus.Paused => Paused,
        _ => Succeeded,
    };
}
