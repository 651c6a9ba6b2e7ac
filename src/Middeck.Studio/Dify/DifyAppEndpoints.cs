using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Middeck.Http.Dialects.Dify;
using Middeck.Identity.Users;
using Middeck.Studio.Agents;
using Middeck.Studio.Annotations;
using Middeck.Studio.Apps;
using Middeck.Studio.Apps.Problems;
using Middeck.Studio.Sites;
using Middeck.Studio.Tools;

namespace Middeck.Studio.Dify;

internal static class DifyAppEndpoints
{
    public static void MapDifyAppEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/parameters", ParametersAsync).WithName("DifyGetParameters")
            .WithSummary("Read what the app's users may enter");
        routes.MapGet("/info", InfoAsync).WithName("DifyGetInfo").WithSummary("Read the app's name");
        routes.MapGet("/site", SiteAsync).WithName("DifyGetSite").WithSummary("Read how the app's public page looks");
        routes.MapGet("/meta", MetaAsync).WithName("DifyGetMeta").WithSummary("Read the icons of the app's tools");
    }

    /// <summary>Open to everybody, as in Dify.</summary>
    public static DifyWelcome Welcome() => new("Dify OpenAPI", "v1", DifyHeaders.Version);

    private static async Task<Ok<JsonObject>> ParametersAsync(
        DifyCaller caller,
        AnnotationIndexes annotations,
        IOptions<StudioOptions> options,
        CancellationToken cancellationToken)
    {
        var app = await caller.AppAsync(cancellationToken);
        var index = await annotations.FindAsync(app.Id, cancellationToken);
        return TypedResults.Ok(DifyParameters.Of(app.Config, options.Value, index.Settings.Enabled));
    }

    // Also of an app that is not published yet.
    private static async Task<Ok<DifyInfo>> InfoAsync(
        DifyCaller caller, AppStore apps, IPeople people, CancellationToken cancellationToken)
    {
        var app = await apps.FindAsync(caller.WorkspaceId, caller.AppId, userId: null, cancellationToken);
        if (app is null or { DeletedAt: not null })
        {
            throw AppFaults.NotFound();
        }

        var author = app.CreatedBy is { } id
            ? (await people.NamesAsync([id], cancellationToken)).GetValueOrDefault(id)
            : null;
        return TypedResults.Ok(new DifyInfo(
            app.Name, app.Description, [.. app.Tags.Select(tag => tag.Name)], app.Mode, author ?? ""));
    }

    private static async Task<Ok<DifySite>> SiteAsync(
        DifyCaller caller, SiteStore sites, CancellationToken cancellationToken)
        => TypedResults.Ok(DifySite.Of(
            await sites.FindAsync(caller.WorkspaceId, caller.AppId, cancellationToken) ?? throw AppFaults.NotFound()));

    private static async Task<Ok<DifyMeta>> MetaAsync(
        DifyCaller caller, ToolCatalogue tools, CancellationToken cancellationToken)
    {
        var app = await caller.AppAsync(cancellationToken);
        var icons = new Dictionary<string, DifyIcon>();
        foreach (var tool in ToolsOf(app))
        {
            if (await tools.FindAsync(caller.WorkspaceId, tool, cancellationToken) is { } found)
            {
                icons[tool.ToolName] = new DifyIcon(found.Info.Icon, DifyIcon.Plain);
            }
        }

        return TypedResults.Ok(new DifyMeta(icons));
    }

    private static IEnumerable<ToolReference> ToolsOf(AppSnapshot app)
        => AppMode.IsGraph(app.Mode) ? app.Config.Workflow.Nodes.SelectMany(NodeNames.Tools)
            : AgentSettings.IsAgent(app) ? AgentSettings.Read(app.Config).Tools.Select(static tool => tool.Reference)
            : [];
}
