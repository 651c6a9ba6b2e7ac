using System.Diagnostics;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Jobs;
using Middeck.Studio.Apps;
using Middeck.Studio.Chat;
using Middeck.Studio.Sites.Talk;

namespace Middeck.Studio.Sites.Batches;

/// <summary>Answers the lines of a batch, a few at a time. After a crash it goes on with those that have no end.</summary>
internal sealed class AnswerBatchJob(
    BatchProgress progress,
    PublishedApps apps,
    ChatRunner runner,
    RunStopper stopper,
    IOptions<StudioOptions> options) : IJobHandler
{
    /// <summary>The job's kind; its subject is the batch.</summary>
    public const string Kind = "studio.site_batch";

    public async Task ExecuteAsync(IJobContext job, CancellationToken cancellationToken)
    {
        if (await progress.OpenAsync(job.Subject, cancellationToken) is not { } work)
        {
            return;
        }

        var app = await apps.FindAsync(work.AppId, cancellationToken) ?? throw SiteFaults.NotPublished();
        // As the app asks now: its form may have changed since the table was checked, and then the line says so.
        var columns = BatchColumns.Of(app.Config).Where(column => work.Columns.Contains(column.Name)).ToList();
        var lines = await progress.LinesAsync(work.Id, cancellationToken);
        var done = 0;
        await Parallel.ForEachAsync(
            lines,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = options.Value.BatchConcurrency,
                CancellationToken = cancellationToken,
            },
            async (line, token) =>
            {
                await AnswerAsync(work, app, columns, line, token);
                var count = Interlocked.Increment(ref done);
                job.Report((double)count / lines.Count, $"{count}/{lines.Count} lines");
            });
        await progress.EndAsync(work.Id, JobState.Succeeded, error: null, cancellationToken);
    }

    public Task OnEndedAsync(IJobContext job, JobState state, string? error, CancellationToken cancellationToken)
        => progress.EndAsync(job.Subject, state, error, cancellationToken);

    private async Task AnswerAsync(
        BatchWork work, AppSnapshot app, List<BatchColumn> columns, BatchLine line, CancellationToken cancellationToken)
    {
        if (line.Answer is not null)
        {
            await progress.EndLineAsync(work.Id, line.Position, line.Answer, error: null, cancellationToken);
            return;
        }

        var (answer, error) = await AskAsync(work, app, columns, line, cancellationToken);
        await progress.EndLineAsync(work.Id, line.Position, answer, error, cancellationToken);
    }

    private async Task<(string? Answer, string? Error)> AskAsync(
        BatchWork work, AppSnapshot app, List<BatchColumn> columns, BatchLine line, CancellationToken cancellationToken)
    {
        // By the names that the table was read with.
        string[] cells = [.. columns.Select(column => line.Cells[IndexOf(work.Columns, column.Name)])];
        var (query, inputs) = BatchInputs.Of(columns, cells);
        ChatRun run;
        try
        {
            run = await runner.StartAsync(
                new ChatRequest(app, ChatSource.Site, work.Person, work.EndUser, KeyId: null, query ?? "", inputs, ConversationId: null),
                cancellationToken);
        }
        catch (FaultException ex)
        {
            return (null, SiteFailure.Told(ex).Fault.Detail);
        }

        await progress.BeginAsync(work.Id, line.Position, run.Id, cancellationToken);
        try
        {
            return await run.Stream.End.WaitAsync(cancellationToken) switch
            {
                RunEvent.Ended ended => (ended.Answer, null),
                RunEvent.Failed { Failure: var failure } => (null, SiteFailure.Of(failure).Message),
                _ => throw new UnreachableException(),
            };
        }
        catch (OperationCanceledException)
        {
            await stopper.StopAsync(work.WorkspaceId, work.AppId, work.Person, run.Id, CancellationToken.None);
            throw;
        }
    }

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        var index = 0;
        while (names[index] != name)
        {
            index++;
        }

        return index;
    }
}
