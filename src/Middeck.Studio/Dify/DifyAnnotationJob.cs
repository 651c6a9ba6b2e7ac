using System.Text.Json.Serialization;
using Middeck.Jobs;

namespace Middeck.Studio.Dify;

/// <summary>How a job of annotations stands.</summary>
/// <param name="JobId">The job.</param>
/// <param name="JobStatus"><c>waiting</c>, <c>processing</c>, <c>completed</c> or <c>error</c>.</param>
internal sealed record DifyAnnotationJob(Guid JobId, string JobStatus)
{
    /// <summary>Why it failed, empty when it did not; left out where a job begins.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ErrorMsg { get; init; }

    public static DifyAnnotationJob Of(Job job) => new(
        job.Id,
        job.State switch
        {
            JobState.Waiting => "waiting",
            JobState.Running => "processing",
            JobState.Succeeded => "completed",
            _ => "error",
        })
    {
        ErrorMsg = job.Error ?? "",
    };
}
