using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Studio.Apps.Problems;
using Middeck.Studio.Configuration;
using Middeck.Studio.Sites;
using Middeck.Studio.Tags;
using Middeck.Studio.Templates;
using Middeck.Studio.Transfer;
using Middeck.Studio.Trash;

namespace Middeck.Studio.Apps;

/// <summary>What is done with apps besides asking them.</summary>
internal static class AppManagement
{
    public static void AddAppManagement(this IServiceCollection services)
    {
        services.AddScoped<AppMaker>();
        services.AddSingleton<EnvironmentVariables>();
        services.AddScoped<GraphReview>();
        services.AddScoped<AppProblems>();
        services.AddAppTags();
        services.AddAppTrash();
        services.AddAppTransfer();
        services.AddAppSites();
    }

    public static void MapAppManagement(this IEndpointRouteBuilder routes)
    {
        routes.MapProblemEndpoints();
        routes.MapAppTagEndpoints();
        routes.MapTrashEndpoints();
        routes.MapTemplateEndpoints();
        routes.MapTransferEndpoints();
        routes.MapSites();
    }
}
