namespace Middeck.Studio.Transfer;

/// <summary>What became of a file.</summary>
/// <param name="AppId">The app; null while it is not imported.</param>
/// <param name="Status"><c>completed</c>, <c>completed-with-warnings</c>, or <c>pending</c>: nothing is written until it is sent again with <c>confirm=true</c>.</param>
/// <param name="Version">The version of the file's format.</param>
/// <param name="CurrentVersion">The newest that is read here.</param>
/// <param name="Warnings">What will not work as it is.</param>
internal sealed record ImportResult(
    Guid? AppId, string Status, string Version, string CurrentVersion, IReadOnlyList<ImportWarning> Warnings)
{
    public const string Completed = "completed";
    public const string CompletedWithWarnings = "completed-with-warnings";
    public const string Pending = "pending";
}
