using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Middeck.Http.Dialects.Dify;
using Middeck.Knowledge.Previews;
using Middeck.Knowledge.Tags;

namespace Middeck.Knowledge.ServiceApi.Tags;

internal static class DatasetTagEndpoints
{
    private const string NameField = "name";
    private const string IdField = "tag_id";
    private const string IdsField = "tag_ids";

    public static void MapDatasetTagEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/datasets/tags");
        group.MapPost("", CreateAsync).WithName("DifyCreateTag").WithSummary("Make a tag");
        group.MapGet("", ListAsync).WithName("DifyListTags").WithSummary("List tags");
        group.MapPatch("", RenameAsync).WithName("DifyUpdateTag").WithSummary("Rename a tag");
        group.MapDelete("", DeleteAsync).WithName("DifyDeleteTag").WithSummary("Delete a tag");
        group.MapPost("/binding", BindAsync).WithName("DifyBindTags").WithSummary("Give tags to a knowledge base");
        group.MapPost("/unbinding", UnbindAsync).WithName("DifyUnbindTags").WithSummary("Take tags from a knowledge base");
        routes.MapGet("/datasets/{dataset:guid}/tags", OfAsync).WithName("DifyListTagsOfDataset")
            .WithSummary("The tags of a knowledge base");
    }

    private static async Task<Ok<ShownTag>> CreateAsync(
        TagInput? body, DatasetCaller caller, TagService service, CancellationToken cancellationToken)
        => TypedResults.Ok(ShownTag.Of(await service.CreateAsync(caller.Caller, Named(body), cancellationToken)));

    private static async Task<Ok<IReadOnlyList<ShownTag>>> ListAsync(
        DatasetCaller caller, TagService service, CancellationToken cancellationToken)
        => TypedResults.Ok<IReadOnlyList<ShownTag>>(
            [.. (await service.ListAsync(caller.Caller, cancellationToken)).Select(ShownTag.Of)]);

    private static async Task<Ok<ShownTag>> RenameAsync(
        TagInput? body, DatasetCaller caller, TagService service, CancellationToken cancellationToken)
        => TypedResults.Ok(ShownTag.Of(await service.RenameAsync(
            caller.Caller, DifyIds.Required(IdField, body?.TagId), Named(body), cancellationToken)));

    private static async Task<NoContent> DeleteAsync(
        [FromBody] TagInput? body, DatasetCaller caller, TagService service, CancellationToken cancellationToken)
    {
        await service.DeleteAsync(caller.Caller, DifyIds.Required(IdField, body?.TagId), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> BindAsync(
        TagBindingInput? body, DatasetCaller caller, TagService service, CancellationToken cancellationToken)
    {
        await service.AttachAsync(caller.Caller, Binding(body), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> UnbindAsync(
        TagBindingInput? body, DatasetCaller caller, TagService service, CancellationToken cancellationToken)
    {
        await service.DetachAsync(caller.Caller, Binding(body), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<DatasetTags>> OfAsync(
        Guid dataset, DatasetCaller caller, TagService service, CancellationToken cancellationToken)
    {
        var tags = await service.OfAsync(caller.Caller, dataset, cancellationToken);
        return TypedResults.Ok(new DatasetTags(tags, tags.Count));
    }

    private static WriteTag Named(TagInput? body)
        => SettingsCheck.Passed(new WriteTag { Name = body?.Name ?? throw DifyFaults.Missing(NameField) }, NameField);

    private static BindTags Binding(TagBindingInput? body)
    {
        IReadOnlyList<string> ids = body switch
        {
            { TagIds: { Count: > 0 } several } => several,
            { TagId: { Length: > 0 } one } => [one],
            _ => throw DifyFaults.Missing(IdsField),
        };
        return SettingsCheck.Passed(
            new BindTags
            {
                TagIds = [.. ids.Select(static id => DifyIds.Required(IdsField, id))],
                KnowledgeBaseIds = [DifyIds.Required("target_id", body.TargetId)],
            },
            IdsField);
    }
}
