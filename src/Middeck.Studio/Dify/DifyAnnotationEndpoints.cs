using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Http.Dialects.Dify;
using Middeck.Studio.Annotations;

namespace Middeck.Studio.Dify;

internal static class DifyAnnotationEndpoints
{
    public static void MapDifyAnnotationEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/apps/annotations", ListAsync).WithName("DifyListAnnotations").WithSummary("List annotations");
        routes.MapPost("/apps/annotations", CreateAsync).WithName("DifyCreateAnnotation").WithSummary("Write an annotation");
        routes.MapPut("/apps/annotations/{id}", UpdateAsync).WithName("DifyUpdateAnnotation")
            .WithSummary("Change an annotation");
        routes.MapDelete("/apps/annotations/{id}", DeleteAsync).WithName("DifyDeleteAnnotation")
            .WithSummary("Delete an annotation");
        routes.MapPost("/apps/annotation-reply/{action}", ConfigureAsync).WithName("DifyConfigureAnnotationReply")
            .WithSummary("Switch answers by annotations on or off");
        routes.MapGet("/apps/annotation-reply/{action}/status/{jobId}", StatusAsync).WithName("DifyGetAnnotationReplyJob")
            .WithSummary("Read how switching stands");
    }

    private static async Task<Ok<DifyAnnotationList>> ListAsync(
        string? page,
        string? limit,
        string? keyword,
        DifyCaller caller,
        AnnotationStore annotations,
        CancellationToken cancellationToken)
    {
        var number = DifyPaging.ReadPage(page);
        var size = DifyPaging.ReadLimit(limit);
        var text = AnnotationService.KeywordOf(keyword);
        var total = await annotations.CountAsync(caller.WorkspaceId, caller.AppId, text, cancellationToken);
        var rows = await annotations.ListFromAsync(
            caller.WorkspaceId, caller.AppId, text, (long)(number - 1) * size, size, cancellationToken);
        return TypedResults.Ok(new DifyAnnotationList(
            rows.ConvertAll(DifyAnnotation.Of), (long)number * size < total, size, total, number));
    }

    private static async Task<Created<DifyAnnotation>> CreateAsync(
        DifyAnnotationRequest? body, DifyCaller caller, AnnotationWriter writer, CancellationToken cancellationToken)
    {
        var row = await writer.CreateAsync(
            caller.WorkspaceId, caller.AppId, TextOf(body), messageId: null, createdBy: null, cancellationToken);
        return TypedResults.Created((string?)null, DifyAnnotation.Of(row));
    }

    private static async Task<Ok<DifyAnnotation>> UpdateAsync(
        string id,
        DifyAnnotationRequest? body,
        DifyCaller caller,
        AnnotationWriter writer,
        CancellationToken cancellationToken)
        => TypedResults.Ok(DifyAnnotation.Of(await writer.UpdateAsync(
            caller.WorkspaceId, caller.AppId, DifyIds.Required("annotation_id", id), TextOf(body), cancellationToken)));

    private static async Task<NoContent> DeleteAsync(
        string id, DifyCaller caller, AnnotationWriter writer, CancellationToken cancellationToken)
    {
        var key = DifyIds.Required("annotation_id", id);
        return await writer.DeleteAsync(caller.WorkspaceId, caller.AppId, [key], cancellationToken) > 0
            ? TypedResults.NoContent()
            : throw AnnotationFaults.NotFound();
    }

    private static async Task<Ok<DifyAnnotationJob>> ConfigureAsync(
        string action,
        DifyAnnotationReplyRequest? body,
        DifyCaller caller,
        AnnotationReplyService replies,
        CancellationToken cancellationToken)
    {
        RefuseAction(action);
        if (body?.ScoreThreshold is < 0 or > 1)
        {
            throw DifyFaults.Invalid("score_threshold", "score_threshold must be from 0 to 1.");
        }

        var settings = await replies.SaveAsync(
            caller.WorkspaceId,
            caller.AppId,
            new UpdateAnnotationReply
            {
                Enabled = action == "enable",
                ScoreThreshold = body?.ScoreThreshold,
                EmbeddingModel = ModelOf(body),
            },
            requestedBy: null,
            cancellationToken);
        return TypedResults.Ok(new DifyAnnotationJob(settings.JobId!.Value, "waiting"));
    }

    private static async Task<Ok<DifyAnnotationJob>> StatusAsync(
        string action,
        string jobId,
        DifyCaller caller,
        AnnotationReplyService replies,
        CancellationToken cancellationToken)
    {
        RefuseAction(action);
        return TypedResults.Ok(DifyAnnotationJob.Of(await replies.FindJobAsync(
            caller.WorkspaceId, caller.AppId, DifyIds.Required("job_id", jobId), cancellationToken)));
    }

    private static AnnotationText TextOf(DifyAnnotationRequest? body)
        => body?.Question is null ? throw DifyFaults.Missing("question")
            : body.Answer is null ? throw DifyFaults.Missing("answer")
            : AnnotationText.Of(body.Question, body.Answer);

    // Plug-in providers are written "langgenius/openai/openai"; ours have one plain name.
    private static string? ModelOf(DifyAnnotationReplyRequest? body)
        => body?.EmbeddingProviderName is { Length: > 0 } provider && body.EmbeddingModelName is { Length: > 0 } model
            ? $"{provider[(provider.LastIndexOf('/') + 1)..]}/{model}"
            : null;

    private static void RefuseAction(string action)
    {
        if (action is not ("enable" or "disable"))
        {
            throw DifyFaults.Invalid("action", "action must be enable or disable.");
        }
    }
}
