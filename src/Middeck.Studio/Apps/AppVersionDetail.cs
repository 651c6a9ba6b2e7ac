using System.Text.Json;

namespace Middeck.Studio.Apps;

/// <summary>A version that was published, with what it does.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Name">For people; may be null.</param>
/// <param name="Note">What changed; may be null.</param>
/// <param name="CreatedBy">Who published it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="Config">The configuration as it was written, but for its secrets; it never changes.</param>
internal sealed record AppVersionDetail(
    int Version, string? Name, string? Note, Guid? CreatedBy, DateTimeOffset CreatedAt, JsonElement Config);
