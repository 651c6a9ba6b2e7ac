namespace Middeck.Http.Security;

/// <summary>Says on an endpoint which permission it needs. The last one wins, so an endpoint can narrow its group's.</summary>
/// <param name="Name">A name of the permission catalogue.</param>
public sealed record PermissionMetadata(string Name);
