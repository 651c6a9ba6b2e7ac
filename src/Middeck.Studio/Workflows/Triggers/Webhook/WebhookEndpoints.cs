using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Middeck.Identity.Audit;

namespace Middeck.Studio.Workflows.Triggers.Webhook;

/// <summary>Where webhooks are called. The address is the credential, so nobody has to be signed in.</summary>
internal static class WebhookEndpoints
{
    private static readonly string[] _methods =
        [HttpMethods.Get, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete, HttpMethods.Head];

    public static void MapWebhookEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Workflows").AllowAnonymous().WithoutAudit()
            .RequireRateLimiting(WebhookRateLimits.Policy);
        group.MapMethods(TriggerPaths.Webhook + "/{id:guid}", _methods, TakeAsync)
            .WithSummary("Start a run of the workflow that has this webhook");
        group.MapMethods(TriggerPaths.WebhookDebug + "/{id:guid}", _methods, TakeForDraftAsync)
            .WithSummary("Start a run of the draft while somebody listens in the canvas");
    }

    private static async Task<IResult> TakeAsync(
        Guid id, HttpRequest request, WebhookDoor door, CancellationToken cancellationToken)
        => await door.TakeAsync(id, request, cancellationToken);

    private static async Task<IResult> TakeForDraftAsync(
        Guid id, HttpRequest request, WebhookDoor door, CancellationToken cancellationToken)
        => await door.TakeForDraftAsync(id, request, cancellationToken);
}
