using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Middeck.Identity.Authentication;

/// <summary>Which workspace a request names: the path's before the header's.</summary>
/// <param name="IsNamed">Whether it names one at all.</param>
/// <param name="Id">The id; <see cref="Guid.Empty"/> for text that is no id, and therefore nobody's workspace.</param>
/// <param name="InPath">Whether the path names it; a key then has to belong to it.</param>
internal readonly record struct NamedWorkspace(bool IsNamed, Guid Id, bool InPath)
{
    public const string Header = "X-Workspace-Id";

    private const string PathPrefix = "/api/v1/workspaces/{workspaceId";

    public static NamedWorkspace Of(HttpContext context)
    {
        if (context.GetEndpoint() is RouteEndpoint endpoint
            && endpoint.RoutePattern.RawText?.StartsWith(PathPrefix, StringComparison.Ordinal) == true)
        {
            return new NamedWorkspace(true, Parse(context.GetRouteValue("workspaceId") as string), true);
        }

        var header = context.Request.Headers[Header];
        return header.Count == 0 ? default : new NamedWorkspace(true, Parse(header), false);
    }

    private static Guid Parse(string? text) => Guid.TryParse(text, out var id) ? id : Guid.Empty;
}
