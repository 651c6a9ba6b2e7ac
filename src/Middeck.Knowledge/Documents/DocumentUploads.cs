using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Middeck.Core.Security;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Documents;

/// <summary>Takes files from multipart bodies.</summary>
internal sealed class DocumentUploads(
    KnowledgeBaseAccess access,
    OwnDocuments own,
    DocumentIntake intake,
    IntakeAnswers answers,
    IOptions<KnowledgeOptions> options)
{
    public async Task<Document> ReceiveAsync(
        Caller caller, Guid baseId, HttpRequest request, CancellationToken cancellationToken)
    {
        await access.OpenForDocumentsAsync(caller, baseId, cancellationToken);

        var file = await OpenAsync(request, cancellationToken);
        var outcome = await intake.TakeAsync(
            new IncomingFile
            {
                WorkspaceId = caller.WorkspaceId,
                BaseId = baseId,
                Name = file.Name,
                Folder = file.Folder,
                By = caller.UserId,
                Duplicate = file.Duplicate,
            },
            file.Content,
            cancellationToken);
        return answers.Of(outcome, file.Duplicate);
    }

    /// <summary>Makes the file the next version of a document, whatever it is called.</summary>
    public async Task<Document> ReplaceAsync(
        Caller caller, Guid baseId, Guid documentId, HttpRequest request, CancellationToken cancellationToken)
    {
        var row = await own.OpenAsync(caller, baseId, documentId, cancellationToken);
        var file = await OpenAsync(request, cancellationToken);
        var outcome = await intake.TakeAsync(
            OwnDocuments.NextVersion(row, caller) with { Name = file.Name }, file.Content, cancellationToken);
        return answers.Of(outcome, file.Duplicate);
    }

    private Task<UploadedFile> OpenAsync(HttpRequest request, CancellationToken cancellationToken)
        => MultipartUpload.OpenAsync(request, options.Value.MaxUploadBytes, cancellationToken);
}
