using System.Text;
using Microsoft.AspNetCore.Http;
using Middeck.Core.Audit;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Jobs;
using Middeck.Studio.Apps;
using Middeck.Studio.Tables;

namespace Middeck.Studio.Annotations.Transfer;

/// <summary>Takes tables of annotations in and gives them out.</summary>
internal sealed class AnnotationTransferService(
    AnnotationImportStore imports,
    AnnotationStore annotations,
    AnnotationWriter writer,
    AppAccess access,
    IJobQueue jobs,
    AuditTrail audit)
{
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public async Task<AnnotationImport> ImportAsync(
        Caller caller, Guid appId, HttpRequest request, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        var file = await ReadAsync(caller.WorkspaceId, appId, request, cancellationToken);
        var import = await imports.InsertAsync(caller.WorkspaceId, appId, file, caller.UserId, cancellationToken);
        var job = await jobs.EnqueueAsync(
            new JobRequest(
                ImportAnnotationsJob.Kind, caller.WorkspaceId, import.Id, app.Name, RequestedBy: caller.UserId),
            cancellationToken);
        await imports.SetJobAsync(import.Id, job, cancellationToken);
        audit.About("app", appId, app.Name).Change(null, new { Annotations = import.Total, LeftOut = file.FaultCount });
        return import with { JobId = job };
    }

    /// <summary>What an import of the file would do; nothing is written.</summary>
    public async Task<CheckedImport> CheckAsync(
        Caller caller, Guid appId, HttpRequest request, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        var file = await ReadAsync(caller.WorkspaceId, appId, request, cancellationToken);
        return new CheckedImport(file.Entries.Count, file.FaultCount, file.Faults);
    }

    public async Task<AnnotationImport> FindImportAsync(
        Caller caller, Guid appId, Guid importId, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        return await imports.FindAsync(caller.WorkspaceId, appId, importId, cancellationToken)
            ?? throw AnnotationFaults.ImportNotFound();
    }

    /// <summary>Writes all annotations as a table that can be taken in again, page by page.</summary>
    public async Task<Func<Stream, Task>> ExportAsync(
        Caller caller, Guid appId, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        return stream => WriteAsync(stream, caller.WorkspaceId, appId, cancellationToken);
    }

    private async Task<ImportFile> ReadAsync(
        Guid workspaceId, Guid appId, HttpRequest request, CancellationToken cancellationToken)
    {
        var text = CsvText.Decode(
            await TableBody.ReadAsync(request, AnnotationFaults.Import, cancellationToken), AnnotationFaults.Import);
        var file = await AnnotationCsv.ReadAsync(text, cancellationToken);
        await writer.RefuseManyAsync(workspaceId, appId, file.Entries.Count, cancellationToken);
        return file;
    }

    private async Task WriteAsync(
        Stream stream, Guid workspaceId, Guid appId, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(stream, WithMark, leaveOpen: true);
        await text.WriteAsync("question,answer\r\n");
        var page = new PageRequest(PageRequest.MaxLimit, null);
        while (true)
        {
            var rows = await annotations.ListAsync(workspaceId, appId, keyword: null, page, cancellationToken);
            var shown = page.ToPage(rows, row => row.Id);
            foreach (var row in shown.Data)
            {
                await text.WriteAsync($"{CsvCell.Write(row.Question)},{CsvCell.Write(row.Answer)}\r\n");
            }

            if (!shown.HasMore)
            {
                return;
            }

            page = page with { After = shown.Data[^1].Id };
        }
    }
}
