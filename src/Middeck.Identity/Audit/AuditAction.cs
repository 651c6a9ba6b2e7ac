using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Audit;

/// <summary>Which calls are acts, and what they are called: the endpoint's name in snake_case, such as <c>create_app</c>.</summary>
internal sealed record AuditAction(string Name, bool Successes, bool Failures)
{
    /// <summary>The act of a request; null for calls that are not audited.</summary>
    public static AuditAction? Of(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<IEndpointNameMetadata>() is not { EndpointName: var name } || IsRead(context.Request.Method))
        {
            return null;
        }

        var permission = metadata.GetMetadata<PermissionMetadata>();
        // App APIs are used, not administered; the rooms keep runs and usage of each call.
        if (permission is not null && Permissions.All[permission.Name].Scope == PermissionScope.Service)
        {
            return null;
        }

        var settings = metadata.GetMetadata<AuditMetadata>();
        return new AuditAction(SnakeCase.Of(name), settings?.Successes ?? true, settings?.Failures ?? false);
    }

    /// <summary>The name to write for the answer's status; null when it is not worth a row: nothing changed and nobody tried to.</summary>
    public string? For(int status) => status switch
    {
        < StatusCodes.Status400BadRequest => Successes ? Name : null,
        StatusCodes.Status403Forbidden when !Failures => Name,
        // Nobody knows how far it came: the caller hung up, or something broke.
        StatusCodes.Status499ClientClosedRequest or >= StatusCodes.Status500InternalServerError => Name,
        _ => Failures ? $"{Name}_failed" : null,
    };

    private static bool IsRead(string method)
        => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
