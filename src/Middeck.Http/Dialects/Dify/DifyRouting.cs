using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Middeck.Http.Dialects.Dify;

/// <summary>Begins the endpoints of a part of Dify's Service API.</summary>
public static class DifyRouting
{
    /// <summary>The group at <c>/v1</c>, which other APIs share; answers carry Dify's headers and errors its shape.</summary>
    public static RouteGroupBuilder MapDifyGroup(this IEndpointRouteBuilder routes, DifyEndpointMetadata part)
    {
        var group = routes.MapGroup("/v1").WithTags("Dify").WithMetadata(part);
        group.AddEndpointFilter(AddHeadersAsync);
        return group;
    }

    private static async ValueTask<object?> AddHeadersAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        DifyHeaders.Write(http.Response, http.RequestServices.GetRequiredService<IHostEnvironment>());
        return await next(context);
    }
}
