using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Http.Dialects.Dify;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Transfer;

namespace Middeck.Knowledge.ServiceApi.Documents;

internal static class DocumentWriteEndpoints
{
    private const string Form = "multipart/form-data";
    private const string Actions = "enable, disable, archive, un_archive";

    public static void MapDocumentWriteEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/datasets/{dataset:guid}");
        group.MapPost("/document/create-by-text", AddTextAsync).WithName("DifyCreateDocumentByText")
            .WithSummary("Make a document of a text");
        group.MapPost("/document/create-by-file", AddFileAsync).WithName("DifyCreateDocumentByFile")
            .WithSummary("Make a document of the multipart part 'file', as the part 'data' says")
            .Accepts<IFormFile>(Form);
        group.MapPost("/documents/{document:guid}/update-by-text", ChangeTextAsync).WithName("DifyUpdateDocumentByText")
            .WithSummary("Give a document another text");
        group.MapPost("/documents/{document:guid}/update-by-file", ChangeFileAsync).WithName("DifyUpdateDocumentByFile")
            .WithSummary("Give a document another file").Accepts<IFormFile>(Form);
        group.MapPatch("/documents/{document:guid}", ChangeFileAsync).WithName("DifyUpdateDocument")
            .WithSummary("Give a document another file").Accepts<IFormFile>(Form);
        group.MapPost("/documents/download-zip", ZipAsync).WithName("DifyDownloadDocuments")
            .WithSummary("Several originals in one ZIP archive");
        group.MapPatch("/documents/status/{action}", SwitchAsync).WithName("DifySwitchDocuments")
            .WithSummary("Enable, disable, archive or un_archive documents");
        MapFormerNames(group);
    }

    // What the same was called before; clients still use it.
    private static void MapFormerNames(RouteGroupBuilder group)
    {
        group.MapPost("/document/create_by_text", AddTextAsync).WithName("DifyCreateDocumentByTextFormerly").ExcludeFromDescription();
        group.MapPost("/document/create_by_file", AddFileAsync).WithName("DifyCreateDocumentByFileFormerly")
            .Accepts<IFormFile>(Form).ExcludeFromDescription();
        group.MapPost("/documents/{document:guid}/update_by_text", ChangeTextAsync)
            .WithName("DifyUpdateDocumentByTextFormerly").ExcludeFromDescription();
        group.MapPost("/documents/{document:guid}/update_by_file", ChangeFileAsync)
            .WithName("DifyUpdateDocumentByFileFormerly").Accepts<IFormFile>(Form).ExcludeFromDescription();
    }

    private static async Task<Ok<WrittenDocument>> AddTextAsync(
        Guid dataset, WriteDocument? body, DocumentWriter writer, CancellationToken cancellationToken)
        => TypedResults.Ok(await writer.AddTextAsync(dataset, body ?? new WriteDocument(), cancellationToken));

    private static Task<Ok<WrittenDocument>> AddFileAsync(
        Guid dataset, HttpRequest request, DocumentForms forms, DocumentWriter writer, CancellationToken cancellationToken)
        => forms.UseAsync(dataset, request, form => writer.AddFileAsync(dataset, form, cancellationToken), cancellationToken);

    private static async Task<Ok<WrittenDocument>> ChangeTextAsync(
        Guid dataset, Guid document, WriteDocument? body, DocumentWriter writer, CancellationToken cancellationToken)
        => TypedResults.Ok(await writer.ChangeTextAsync(dataset, document, body ?? new WriteDocument(), cancellationToken));

    private static Task<Ok<WrittenDocument>> ChangeFileAsync(
        Guid dataset,
        Guid document,
        HttpRequest request,
        DocumentForms forms,
        DocumentWriter writer,
        CancellationToken cancellationToken)
        => forms.UseAsync(
            dataset, request, form => writer.ChangeFileAsync(dataset, document, form, cancellationToken), cancellationToken);

    private static async Task<PushStreamHttpResult> ZipAsync(
        Guid dataset,
        DocumentIdsRequest? body,
        DatasetCaller caller,
        ExportService service,
        CancellationToken cancellationToken)
    {
        var rows = await service.OpenAllAsync(
            caller.Caller, dataset, (body ?? new DocumentIdsRequest()).Read(), cancellationToken);
        return TypedResults.Stream(
            stream => service.WriteFilesAsync(rows, stream, cancellationToken), "application/zip", "documents.zip");
    }

    private static async Task<Ok<DifyResult>> SwitchAsync(
        Guid dataset,
        string action,
        DocumentIdsRequest? body,
        DatasetCaller caller,
        BatchService batch,
        CancellationToken cancellationToken)
    {
        var act = action switch
        {
            "enable" => BatchAction.Enable,
            "disable" => BatchAction.Disable,
            "archive" => BatchAction.Archive,
            "un_archive" => BatchAction.Unarchive,
            _ => throw DatasetFaults.InvalidAction(Actions),
        };
        var outcomes = await batch.RunAsync(
            caller.Caller,
            dataset,
            new BatchDocuments { Action = act, Ids = (body ?? new DocumentIdsRequest()).Read() },
            cancellationToken);
        return outcomes.FirstOrDefault(static outcome => !outcome.Ok) is { } refused
            ? throw DatasetFaults.Refused(refused)
            : TypedResults.Ok(DifyResult.Success);
    }
}
