namespace Middeck.Models.Gateway;

/// <summary>For whom a model is called; kept in the usage row.</summary>
/// <param name="WorkspaceId">Whose providers, limits and bill.</param>
/// <param name="Source"><c>app</c>, <c>knowledge</c>, <c>console</c> or <c>api</c>.</param>
/// <param name="AppId">The app that calls.</param>
/// <param name="UserId">The person in the console.</param>
/// <param name="KeyId">The key that was shown.</param>
/// <param name="EndUser">The app's own name for its user.</param>
/// <param name="RunId">The run, message or job that the call belongs to.</param>
public sealed record ModelCaller(
    Guid WorkspaceId,
    string Source,
    Guid? AppId = null,
    Guid? UserId = null,
    Guid? KeyId = null,
    string? EndUser = null,
    Guid? RunId = null);
