namespace Middeck.Studio.Workflows.Runs;

/// <summary>A run that goes on by itself.</summary>
/// <param name="Id">The run.</param>
internal sealed record StartedRun(Guid Id);
