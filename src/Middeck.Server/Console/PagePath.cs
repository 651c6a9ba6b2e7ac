using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Middeck.Server.Console;

/// <summary>
/// Keeps the console's page away from the paths of APIs: an address there that nobody serves is then "not found" for every
/// method, and not "not allowed" for those that a page has not.
/// </summary>
internal sealed class PagePath : IRouteConstraint
{
    public bool Match(
        HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection)
        => httpContext is null || ConsoleFiles.IsPage(httpContext.Request);

    /// <summary>Adds the constraint to the endpoint of the page.</summary>
    public static void Constrain(EndpointBuilder endpoint)
    {
        var page = (RouteEndpointBuilder)endpoint;
        page.RoutePattern = RoutePatternFactory.Parse(
            page.RoutePattern.RawText!, defaults: null, parameterPolicies: new { path = new PagePath() });
    }
}
