using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Identity.Access;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.ServiceApi.Documents;

namespace Middeck.Knowledge.ServiceApi.Pipelines;

/// <summary>No dataset has a pipeline here, so that all but the upload of a file is refused with a sentence that says so.</summary>
internal static class PipelineEndpoints
{
    public static void MapPipelineEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/datasets/pipeline/file-upload", UploadAsync).WithName("DifyUploadPipelineFile")
            .WithSummary("Send a file as the multipart part 'file'").Accepts<IFormFile>("multipart/form-data");

        var group = routes.MapGroup("/datasets/{dataset:guid}/pipeline");
        group.MapGet("/datasource-plugins", RefuseAsync).WithName("DifyListDatasourcePlugins")
            .WithSummary("Refused: no knowledge base has a pipeline");
        group.MapPost("/datasource/nodes/{node}/run", RefuseAsync).WithName("DifyRunDatasourceNode")
            .WithSummary("Refused: no knowledge base has a pipeline");
        group.MapPost("/run", RefuseAsync).WithName("DifyRunPipeline")
            .WithSummary("Refused: no knowledge base has a pipeline");
    }

    private static async Task<Created<PipelineFile>> UploadAsync(
        HttpRequest request,
        DatasetCaller caller,
        DatasetFormReader forms,
        PipelineFiles files,
        CancellationToken cancellationToken)
    {
        var form = await forms.ReadAsync(caller.WorkspaceId, request, cancellationToken);
        var added = await files.AddAsync(
            caller.WorkspaceId, form.File ?? throw DatasetFaults.NoFile(), caller.Caller.UserId, cancellationToken);
        return TypedResults.Created((string?)null, added);
    }

    private static async Task<NoContent> RefuseAsync(
        Guid dataset, DatasetCaller caller, KnowledgeBaseAccess access, CancellationToken cancellationToken)
    {
        await access.OpenAsync(caller.Caller, dataset, AccessLevel.Use, cancellationToken);
        throw DatasetFaults.NoPipeline();
    }
}
