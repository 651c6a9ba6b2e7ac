namespace Middeck.Studio.Apps;

/// <summary>A version that was published.</summary>
/// <param name="Id">The row's key, for paging.</param>
/// <param name="Version">From 1.</param>
/// <param name="Name">For people; may be null.</param>
/// <param name="Note">What changed; may be null.</param>
/// <param name="CreatedBy">Who published it.</param>
/// <param name="CreatedAt">When.</param>
internal sealed record AppVersion(
    Guid Id, int Version, string? Name, string? Note, Guid? CreatedBy, DateTimeOffset CreatedAt);
