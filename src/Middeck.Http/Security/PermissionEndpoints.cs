using Microsoft.AspNetCore.Builder;
using Middeck.Core.Security;

namespace Middeck.Http.Security;

/// <summary>Names the permission of an endpoint.</summary>
public static class PermissionEndpoints
{
    /// <summary>The authorization policy that reads <see cref="PermissionMetadata"/>; Identity implements it.</summary>
    public const string Policy = "middeck.permission";

    /// <summary>The caller must hold the permission in the call's workspace.</summary>
    /// <exception cref="ArgumentException">The catalogue has no such permission.</exception>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder builder, string permission)
        where TBuilder : IEndpointConventionBuilder
    {
        if (!Permissions.All.ContainsKey(permission))
        {
            throw new ArgumentException($"The permission catalogue has no '{permission}'.", nameof(permission));
        }

        builder.WithMetadata(new PermissionMetadata(permission));
        return builder.RequireAuthorization(Policy);
    }
}
