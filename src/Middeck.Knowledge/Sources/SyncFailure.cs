namespace Middeck.Knowledge.Sources;

/// <summary>One thing that a run could not bring.</summary>
/// <param name="Key">Its name in the source.</param>
/// <param name="Code">Stable.</param>
/// <param name="Error">One sentence.</param>
internal sealed record SyncFailure(string Key, string Code, string Error);
