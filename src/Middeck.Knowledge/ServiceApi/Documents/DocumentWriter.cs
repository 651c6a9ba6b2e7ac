using System.Text;
using Microsoft.Extensions.Options;
using Middeck.Http.Dialects.Dify;
using Middeck.Identity.Access;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.External;
using Middeck.Knowledge.ServiceApi.Documents.Rules;

namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary>Makes documents of texts and files, and next versions of documents that are there.</summary>
internal sealed class DocumentWriter(
    DatasetCaller caller,
    KnowledgeBaseAccess access,
    DocumentService documents,
    DocumentControl control,
    OwnDocuments own,
    DocumentIntake intake,
    IntakeAnswers answers,
    FirstDocument first,
    ProcessRuleMap rules,
    DatasetFormReader forms,
    DatasetDocuments shown,
    IOptions<KnowledgeOptions> options)
{
    private const string TextExtension = "txt";
    private const string MarkdownEnd = ".md";

    public async Task<WrittenDocument> AddTextAsync(Guid datasetId, WriteDocument body, CancellationToken cancellationToken)
    {
        var dataset = await OpenAsync(datasetId, cancellationToken);
        var name = NameOf(body.Name ?? throw DifyFaults.Missing("name"));
        var text = TextOf(body);
        dataset = await first.SettleAsync(caller.Caller, dataset, body, cancellationToken);
        var file = await IncomingAsync(dataset, body, name, cancellationToken);
        return await TakeTextAsync(dataset, file, text, cancellationToken);
    }

    public async Task<WrittenDocument> AddFileAsync(Guid datasetId, DatasetForm form, CancellationToken cancellationToken)
    {
        var file = form.File ?? throw DatasetFaults.NoFile();
        var dataset = await OpenAsync(datasetId, cancellationToken);
        dataset = await first.SettleAsync(caller.Caller, dataset, form.Data, cancellationToken);
        return await PlaceAsync(
            dataset, await IncomingAsync(dataset, form.Data, file.Name, cancellationToken), file, cancellationToken);
    }

    /// <summary>Another text, another name, another way of cutting, or several of these.</summary>
    public async Task<WrittenDocument> ChangeTextAsync(
        Guid datasetId, Guid id, WriteDocument body, CancellationToken cancellationToken)
    {
        var dataset = await OpenAsync(datasetId, cancellationToken);
        var row = await OwnAsync(datasetId, id, cancellationToken);
        if (body.Text is null)
        {
            return await ChangeAsync(dataset, row, body, cancellationToken);
        }

        var next = Next(dataset, row, body) with { Name = NameOf(body.Name ?? row.Name), Extension = TextExtension };
        return await TakeTextAsync(dataset, next, TextOf(body), cancellationToken);
    }

    /// <summary>Another file, or what a text can be changed by.</summary>
    public async Task<WrittenDocument> ChangeFileAsync(
        Guid datasetId, Guid id, DatasetForm form, CancellationToken cancellationToken)
    {
        var dataset = await OpenAsync(datasetId, cancellationToken);
        var row = await OwnAsync(datasetId, id, cancellationToken);
        return form.File is { } file
            ? await PlaceAsync(
                dataset, Next(dataset, row, form.Data) with { Name = form.Data.Name ?? file.Name }, file, cancellationToken)
            : await ChangeAsync(dataset, row, form.Data, cancellationToken);
    }

    private static string TextOf(WriteDocument body)
        => string.IsNullOrWhiteSpace(body.Text) ? throw DifyFaults.Missing("text") : body.Text;

    // Names of texts are titles, in which a slash is no folder.
    private static string NameOf(string name)
        => FileNames.Clean(name.Replace('/', '-').Replace('\\', '-')) is { Length: > 0 } clean
            ? clean
            : throw DifyFaults.Invalid("name", "name must hold something that can be seen.");

    private async Task<KnowledgeBaseRow> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        var dataset = await access.OpenAsync(caller.Caller, id, AccessLevel.Edit, cancellationToken);
        return dataset.IsExternal ? throw ExternalFaults.NoDocuments() : dataset;
    }

    private async Task<DocumentRow> OwnAsync(Guid datasetId, Guid id, CancellationToken cancellationToken)
    {
        var row = await own.OpenAsync(caller.Caller, datasetId, id, cancellationToken);
        return row.Archived ? throw DatasetFaults.ArchivedDocument() : row;
    }

    private async Task<IncomingFile> IncomingAsync(
        KnowledgeBaseRow dataset, WriteDocument said, string name, CancellationToken cancellationToken)
    {
        if (DifyIds.Optional("original_document_id", said.OriginalDocumentId) is { } original)
        {
            var row = await OwnAsync(dataset.Id, original, cancellationToken);
            return Next(dataset, row, said) with { Name = name };
        }

        return new IncomingFile
        {
            WorkspaceId = dataset.WorkspaceId,
            BaseId = dataset.Id,
            Name = name,
            By = caller.Caller.UserId,
            Duplicate = DuplicateRule.Keep,
            Chunking = rules.Read(said.ProcessRule, said.DocForm, said.DocLanguage, dataset.Chunking),
        };
    }

    // The same content again is no error; it leaves the document as it is.
    private IncomingFile Next(KnowledgeBaseRow dataset, DocumentRow row, WriteDocument said)
        => OwnDocuments.NextVersion(row, caller.Caller) with
        {
            Duplicate = DuplicateRule.Skip,
            Chunking = rules.Read(said.ProcessRule, said.DocForm, said.DocLanguage, row.Chunking ?? dataset.Chunking),
        };

    private async Task<WrittenDocument> TakeTextAsync(
        KnowledgeBaseRow dataset, IncomingFile file, string text, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var extension = file.Name.EndsWith(MarkdownEnd, StringComparison.OrdinalIgnoreCase) ? null : TextExtension;
        var incoming = file with { Extension = extension, Origin = DocumentOrigin.Text };
        var outcome = await intake.TakeAsync(
            incoming, new UploadStream(content, options.Value.MaxUploadBytes), cancellationToken);
        answers.Of(outcome, file.Duplicate);
        return await WrittenAsync(dataset, outcome.Row, cancellationToken);
    }

    private async Task<WrittenDocument> PlaceAsync(
        KnowledgeBaseRow dataset, IncomingFile incoming, KeptFile file, CancellationToken cancellationToken)
    {
        var outcome = await intake.PlaceAsync(incoming, file.Stored, file.Format, cancellationToken);
        if (outcome is Intake.Unchanged or Intake.Duplicate)
        {
            await forms.ReleaseAsync(file);
        }

        answers.Of(outcome, incoming.Duplicate);
        return await WrittenAsync(dataset, outcome.Row, cancellationToken);
    }

    private async Task<WrittenDocument> ChangeAsync(
        KnowledgeBaseRow dataset, DocumentRow row, WriteDocument body, CancellationToken cancellationToken)
    {
        var chunking = rules.Read(body.ProcessRule, body.DocForm, body.DocLanguage, row.Chunking ?? dataset.Chunking);
        if (body.Name is { } name)
        {
            await documents.UpdateAsync(
                caller.Caller, dataset.Id, row.Id, new UpdateDocument { Name = NameOf(name) }, cancellationToken);
        }

        if (chunking is not null)
        {
            await control.RechunkAsync(
                caller.Caller, dataset.Id, row.Id, new RechunkDocument { Chunking = chunking }, cancellationToken);
        }

        return await WrittenAsync(
            dataset,
            await documents.OpenAsync(caller.Caller, dataset.Id, row.Id, AccessLevel.Edit, cancellationToken),
            cancellationToken);
    }

    private async Task<WrittenDocument> WrittenAsync(
        KnowledgeBaseRow dataset, DocumentRow row, CancellationToken cancellationToken)
        => new(await shown.OfAsync(dataset, row, cancellationToken), row.Id.ToString());
}
