using Microsoft.AspNetCore.Authorization;

namespace Middeck.Identity.Authorization;

/// <summary>The caller holds the permission that the endpoint names.</summary>
internal sealed class PermissionRequirement : IAuthorizationRequirement;
