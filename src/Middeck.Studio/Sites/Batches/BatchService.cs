using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Jobs;
using Middeck.Studio.Apps;
using Middeck.Studio.Files;
using Middeck.Studio.Sites.Limits;
using Middeck.Studio.Sites.Visitors;
using Middeck.Studio.Tables;

namespace Middeck.Studio.Sites.Batches;

/// <summary>Takes visitors' tables and gives them back with answers.</summary>
internal sealed class BatchService(
    BatchStore store,
    BatchProgress progress,
    SiteDoor door,
    SiteLimiter limiter,
    IJobQueue jobs,
    IOptions<StudioOptions> options,
    TimeProvider clock)
{
    private const int MostBytes = 2 * 1024 * 1024;
    private const int LongestName = 200;
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>A table to fill in: the columns' names.</summary>
    public static string Template(SiteVisitor visitor)
        => CsvCell.Line(BatchColumns.Of(Offered(visitor).Config).Select(column => column.Name));

    public async Task<SiteBatch> StartAsync(
        SiteVisitor visitor, HttpRequest request, CancellationToken cancellationToken)
    {
        var app = Offered(visitor);
        var columns = BatchColumns.Of(app.Config);
        var (sent, _) = await FileForm.ReadAsync(request, MostBytes, cancellationToken);
        var rows = await BatchTable.ReadAsync(
            await TextAsync(sent, cancellationToken), app, columns, options.Value.BatchRows, cancellationToken);
        var person = await door.PersonAsync(visitor, cancellationToken);
        await limiter.CountAsync(visitor, rows.Count, cancellationToken);
        var id = Ids.New(clock);
        var name = FileNames.Clean(sent.FileName) is { Length: > 0 } clean ? clean[..Math.Min(clean.Length, LongestName)] : "batch.csv";
        if (!await store.InsertAsync(
            id, visitor.WorkspaceId, visitor.AppId, person, name, [.. columns.Select(column => column.Name)], rows,
            clock.GetUtcNow(), cancellationToken))
        {
            throw BatchFaults.OneAtATime();
        }

        var job = await jobs.EnqueueAsync(
            new JobRequest(AnswerBatchJob.Kind, visitor.WorkspaceId, id, $"{app.Name}: {name}", RequestedBy: visitor.UserId),
            cancellationToken);
        await store.SetJobAsync(id, job, cancellationToken);
        return await FindAsync(visitor, id, cancellationToken);
    }

    public async Task<Page<SiteBatch>> ListAsync(
        SiteVisitor visitor, PageRequest page, CancellationToken cancellationToken)
        => await door.FindPersonAsync(visitor, cancellationToken) is { } person
            ? page.ToPage(
                await store.ListAsync(visitor.WorkspaceId, visitor.AppId, person, page, cancellationToken), batch => batch.Id)
            : new Page<SiteBatch>([], HasMore: false, NextCursor: null);

    public async Task<SiteBatchDetail> ReadAsync(SiteVisitor visitor, Guid id, CancellationToken cancellationToken)
    {
        var batch = await FindAsync(visitor, id, cancellationToken);
        var (columns, _) = await store.HeadAsync(id, cancellationToken);
        return new SiteBatchDetail(batch, columns, await store.RowsAsync(id, whole: false, cancellationToken));
    }

    /// <summary>Ends a batch; what is answered stays.</summary>
    public async Task CancelAsync(SiteVisitor visitor, Guid id, CancellationToken cancellationToken)
    {
        await FindAsync(visitor, id, cancellationToken);
        var (_, jobId) = await store.HeadAsync(id, cancellationToken);
        if (jobId is not { } job
            || await jobs.CancelAsync(visitor.WorkspaceId, job, cancellationToken) is CancelOutcome.NotFound)
        {
            // A crash between the two writes, or a job that is gone: nobody works on it.
            await progress.EndAsync(id, JobState.Cancelled, error: null, cancellationToken);
        }
    }

    public async Task DeleteAsync(SiteVisitor visitor, Guid id, CancellationToken cancellationToken)
    {
        await CancelAsync(visitor, id, cancellationToken);
        await store.DeleteAsync(id, cancellationToken);
    }

    /// <summary>The table with what was answered, and why where nothing was.</summary>
    public async Task<byte[]> ResultAsync(SiteVisitor visitor, Guid id, CancellationToken cancellationToken)
    {
        await FindAsync(visitor, id, cancellationToken);
        var (columns, _) = await store.HeadAsync(id, cancellationToken);
        var text = new StringBuilder(CsvCell.Line([.. columns, "answer", "error"]));
        foreach (var row in await store.RowsAsync(id, whole: true, cancellationToken))
        {
            text.Append(CsvCell.Line([.. row.Cells, row.Answer ?? "", row.Error ?? ""]));
        }

        // With the mark, by which spreadsheets know Chinese.
        return [.. WithMark.GetPreamble(), .. WithMark.GetBytes(text.ToString())];
    }

    private async Task<SiteBatch> FindAsync(SiteVisitor visitor, Guid id, CancellationToken cancellationToken)
        => await door.FindPersonAsync(visitor, cancellationToken) is { } person
            && await store.FindAsync(visitor.WorkspaceId, visitor.AppId, person, id, cancellationToken) is { } batch
                ? batch
                : throw BatchFaults.NotFound();

    private static AppSnapshot Offered(SiteVisitor visitor)
        => AppMode.IsSingle(visitor.App.Mode) ? visitor.App : throw BatchFaults.NotOffered();

    private static async Task<string> TextAsync(IFormFile sent, CancellationToken cancellationToken)
    {
        var bytes = new byte[sent.Length];
        await using var stream = sent.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return CsvText.Decode(bytes, BatchFaults.Table);
    }
}
