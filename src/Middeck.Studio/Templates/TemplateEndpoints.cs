using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Studio.Templates;

internal static class TemplateEndpoints
{
    public static void MapTemplateEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/app-templates").WithTags("Apps").RequirePermission(Permissions.Apps.Read);
        group.MapGet("", List).WithName("ListAppTemplates").WithSummary("List the templates of apps");
        group.MapGet("/{template}", Find).WithName("GetAppTemplate").WithSummary("Read a template with its configuration");
    }

    private static Ok<IReadOnlyList<TemplateSummary>> List(string? language, string? category)
        => TypedResults.Ok<IReadOnlyList<TemplateSummary>>(
            [.. TemplateLibrary.List(language, category).Select(TemplateSummary.Of)]);

    private static Ok<AppTemplate> Find(string template, string? language)
        => TypedResults.Ok(TemplateLibrary.Find(template, language));
}
