using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Studio.Annotations;

internal static class AnnotationEndpoints
{
    public static void MapAnnotationEndpoints(this IEndpointRouteBuilder routes)
    {
        var app = routes.MapGroup("/api/v1/apps/{id:guid}").WithTags("Annotations")
            .RequirePermission(Permissions.Apps.Update);
        app.MapGet("/annotation-reply", SettingsAsync).WithName("GetAnnotationReply")
            .WithSummary("Read whether and when annotations are the answer").RequirePermission(Permissions.Apps.Read);
        app.MapPut("/annotation-reply", SaveSettingsAsync).WithName("UpdateAnnotationReply")
            .WithSummary("Set whether and when annotations are the answer");

        var group = app.MapGroup("/annotations");
        group.MapGet("", ListAsync).WithName("ListAnnotations").WithSummary("List an app's annotations, newest first")
            .RequirePermission(Permissions.Apps.Read);
        group.MapPost("", CreateAsync).WithName("CreateAnnotation")
            .WithSummary("Write an annotation, or make one from a message");
        group.MapPatch("/{annotationId:guid}", UpdateAsync).WithName("UpdateAnnotation").WithSummary("Change an annotation");
        group.MapDelete("/{annotationId:guid}", DeleteAsync).WithName("DeleteAnnotation").WithSummary("Delete an annotation");
        group.MapPost("/delete", DeleteManyAsync).WithName("DeleteAnnotations").WithSummary("Delete many annotations");
        group.MapGet("/{annotationId:guid}/hits", HitsAsync).WithName("ListAnnotationHits")
            .WithSummary("List when an annotation was the answer, newest first").RequirePermission(Permissions.Apps.Logs);
    }

    private static async Task<Ok<AnnotationReplySettings>> SettingsAsync(
        Guid id, CallerContext context, AnnotationService annotations, CancellationToken cancellationToken)
        => TypedResults.Ok(await annotations.SettingsAsync(context.Caller, id, cancellationToken));

    private static async Task<Ok<AnnotationReplySettings>> SaveSettingsAsync(
        Guid id,
        UpdateAnnotationReply body,
        CallerContext context,
        AnnotationService annotations,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await annotations.SaveSettingsAsync(context.Caller, id, body, cancellationToken));

    private static async Task<Ok<Page<Annotation>>> ListAsync(
        Guid id,
        string? keyword,
        int? limit,
        string? cursor,
        CallerContext context,
        AnnotationService annotations,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await annotations.ListAsync(
            context.Caller, id, keyword, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Created<Annotation>> CreateAsync(
        Guid id,
        CreateAnnotation body,
        CallerContext context,
        AnnotationService annotations,
        CancellationToken cancellationToken)
    {
        var created = await annotations.CreateAsync(context.Caller, id, body, cancellationToken);
        return TypedResults.Created($"/api/v1/apps/{id}/annotations/{created.Id}", created);
    }

    private static async Task<Ok<Annotation>> UpdateAsync(
        Guid id,
        Guid annotationId,
        UpdateAnnotation body,
        CallerContext context,
        AnnotationService annotations,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await annotations.UpdateAsync(context.Caller, id, annotationId, body, cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        Guid id,
        Guid annotationId,
        CallerContext context,
        AnnotationService annotations,
        CancellationToken cancellationToken)
    {
        await annotations.DeleteAsync(context.Caller, id, annotationId, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<DeletedAnnotations>> DeleteManyAsync(
        Guid id,
        DeleteAnnotations body,
        CallerContext context,
        AnnotationService annotations,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await annotations.DeleteManyAsync(context.Caller, id, body, cancellationToken));

    private static async Task<Ok<Page<AnnotationHit>>> HitsAsync(
        Guid id,
        Guid annotationId,
        int? limit,
        string? cursor,
        CallerContext context,
        AnnotationService annotations,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await annotations.HitsAsync(
            context.Caller, id, annotationId, PageRequest.Parse(limit, cursor), cancellationToken));
}
