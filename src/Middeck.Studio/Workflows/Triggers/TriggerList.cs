namespace Middeck.Studio.Workflows.Triggers;

/// <summary>The triggers of an app.</summary>
/// <param name="Data">Those of the draft and of the live version, the oldest first.</param>
internal sealed record TriggerList(IReadOnlyList<TriggerInfo> Data);
