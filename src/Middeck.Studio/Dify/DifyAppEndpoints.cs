using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Middeck.Http.Dialects.Dify;

namespace Middeck.Studio.Dify;

internal static class DifyAppEndpoints
{
    public static void MapDifyAppEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/parameters", ParametersAsync).WithName("DifyGetParameters")
            .WithSummary("Read what the app's users may enter");
        routes.MapGet("/info", InfoAsync).WithName("DifyGetInfo").WithSummary("Read the app's name");
        routes.MapGet("/meta", Meta).WithName("DifyGetMeta").WithSummary("Read the icons of the app's tools");
    }

    /// <summary>Open to everybody, as in Dify.</summary>
    public static DifyWelcome Welcome() => new("Dify OpenAPI", "v1", DifyHeaders.Version);

    private static async Task<Ok<JsonObject>> ParametersAsync(
        DifyCaller caller, IOptions<StudioOptions> options, CancellationToken cancellationToken)
        => TypedResults.Ok(DifyParameters.Of((await caller.AppAsync(cancellationToken)).Config, options.Value));

    private static async Task<Ok<DifyInfo>> InfoAsync(DifyCaller caller, CancellationToken cancellationToken)
    {
        var app = await caller.AppAsync(cancellationToken);
        return TypedResults.Ok(new DifyInfo(app.Name, app.Description, Tags: [], app.Mode, AuthorName: ""));
    }

    private static Ok<DifyMeta> Meta() => TypedResults.Ok(new DifyMeta(new Dictionary<string, string>()));
}
