namespace Middeck.Knowledge.Sources;

/// <summary>What a run has found so far.</summary>
/// <param name="Added">Documents that are new.</param>
/// <param name="Changed">Documents that have a new version, or another name.</param>
/// <param name="Unchanged">Documents that are as they were.</param>
/// <param name="Skipped">What cannot be read or is in the base already.</param>
/// <param name="Gone">Documents that are no longer there.</param>
/// <param name="Failed">What could not be read this time.</param>
internal sealed record SyncCounts(int Added, int Changed, int Unchanged, int Skipped, int Gone, int Failed)
{
    public static SyncCounts None => new(0, 0, 0, 0, 0, 0);

    /// <summary>Such as <c>12 new, 3 changed, 200 unchanged</c>.</summary>
    public string Fact => $"{Added} new, {Changed} changed, {Unchanged} unchanged, {Gone} gone, {Failed} failed";
}
