using System.Text;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Ingestion;

namespace Middeck.Knowledge.Documents;

/// <summary>Takes texts that people typed or pasted, kept as the files that they would be.</summary>
internal sealed class TextIntake(
    KnowledgeBaseAccess access,
    OwnDocuments own,
    DocumentIntake intake,
    IntakeAnswers answers,
    IOptions<KnowledgeOptions> options)
{
    private static readonly string[] Extensions = ["txt", "md"];

    public async Task<Document> AddAsync(
        Caller caller, Guid baseId, PastedText request, CancellationToken cancellationToken)
    {
        await access.OpenForDocumentsAsync(caller, baseId, cancellationToken);

        var name = FileNames.Typed(request.Name);
        return await TakeAsync(
            new IncomingFile
            {
                WorkspaceId = caller.WorkspaceId,
                BaseId = baseId,
                Name = IsText(name) ? name : FileNames.Clean($"{name}.txt"),
                By = caller.UserId,
                Duplicate = request.Duplicate,
                Origin = DocumentOrigin.Text,
            },
            request.Text,
            cancellationToken);
    }

    public async Task<Document> ChangeAsync(
        Caller caller, Guid baseId, Guid documentId, ChangedText request, CancellationToken cancellationToken)
    {
        var row = await own.OpenAsync(caller, baseId, documentId, cancellationToken);
        if (!IsText(row.Name))
        {
            throw new FaultException(Fault.Conflict(
                "knowledge.document_no_text",
                $"Only documents named .txt or .md can be rewritten as a text; this one is '{row.Name}'. Replace its file."));
        }

        return await TakeAsync(OwnDocuments.NextVersion(row, caller), request.Text, cancellationToken);
    }

    private async Task<Document> TakeAsync(IncomingFile file, string text, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new FaultException(Fault.Invalid("knowledge.file_empty", "There is no text to keep.", "text"));
        }

        var maxBytes = options.Value.MaxUploadBytes;
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var outcome = await intake.TakeAsync(file, new UploadStream(content, maxBytes), cancellationToken);
        return answers.Of(outcome, file.Duplicate);
    }

    private static bool IsText(string name) => Extensions.Contains(DocumentReaders.ExtensionOf(name));
}
