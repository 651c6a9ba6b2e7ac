using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Dialects.Dify;
using Middeck.Http.Security;

namespace Middeck.Studio.Dify;

/// <summary>Dify's Service API for the app of an <c>app-</c> key. Other rooms put their own addresses under <c>/v1</c> too.</summary>
internal static class DifyRoutes
{
    public static void MapDify(this IEndpointRouteBuilder routes)
    {
        var root = routes.MapDifyGroup(DifyEndpointMetadata.App);
        root.MapGet("/", DifyAppEndpoints.Welcome).WithName("DifyWelcome").WithSummary("Say hello").AllowAnonymous();

        var app = root.MapGroup("").RequirePermission(Permissions.Service.App);
        app.MapDifyChatEndpoints();
        app.MapDifyCompletionEndpoints();
        app.MapDifyWorkflowEndpoints();
        app.MapDifyFileEndpoints();
        app.MapDifyAudioEndpoints();
        app.MapDifyConversationEndpoints();
        app.MapDifyVariableEndpoints();
        app.MapDifyMessageEndpoints();
        app.MapDifyAppEndpoints();
        app.MapDifyPeopleEndpoints();
        app.MapDifyAnnotationEndpoints();
    }
}
