namespace Middeck.Studio.Conversations;

/// <summary>A person that an app's own program names.</summary>
/// <param name="Id">Our key.</param>
/// <param name="WorkspaceId">Whose app it is.</param>
/// <param name="AppId">The app.</param>
/// <param name="ExternalId">The program's name for the person.</param>
/// <param name="CreatedAt">When the name was first used.</param>
internal sealed record EndUserRow(Guid Id, Guid WorkspaceId, Guid AppId, string ExternalId, DateTimeOffset CreatedAt);
