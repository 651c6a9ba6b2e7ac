using Middeck.Core.Errors;
using Middeck.Jobs;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Sources;
using Middeck.Knowledge.Tests.Fakes;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Sources;

/// <summary>A room with a base and the steps of a source's life.</summary>
public abstract class SourceRoom(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    internal async Task<(KnowledgeBase Base, Source Source)> GivenSourceAsync(
        SourceKind kind, SourceSettings settings, GoneRule gone = GoneRule.Remove, string schedule = "none", string? secret = null)
    {
        var kb = await GivenBaseAsync();
        var source = await Get<SourceService>().CreateAsync(
            Caller,
            kb.Id,
            new CreateSource { Name = "Manuals", Kind = kind, Settings = settings, Gone = gone, Schedule = schedule, SecretKey = secret },
            CancellationToken.None);
        return (kb, source);
    }

    /// <summary>Asks for a run and does its job as the pump would.</summary>
    internal async Task<SourceRun> SyncAsync(Source source, CancellationToken cancellationToken = default)
    {
        await Get<SourceService>().SyncAsync(Caller, source.KnowledgeBaseId, source.Id, CancellationToken.None);
        return await RunJobAsync(source, cancellationToken);
    }

    internal async Task<SourceRun> RunJobAsync(Source source, CancellationToken cancellationToken = default)
    {
        // Runs are in the order of their times, and keys of other tests' clocks lie less than this between.
        Clock.Advance(TimeSpan.FromSeconds(2));
        var (jobId, request) = Jobs.Jobs.Last(job => job.Request.Subject == source.Id);
        var job = new TestJob(jobId, request.WorkspaceId, source.Id);
        var handler = Get<SyncSourceJob>();
        try
        {
            await handler.ExecuteAsync(job, cancellationToken);
        }
        catch (FaultException ex)
        {
            await handler.OnEndedAsync(job, JobState.Failed, ex.Fault.Detail, CancellationToken.None);
        }

        return (await ReadAsync(source)).LastRun!;
    }

    internal Task<Source> ReadAsync(Source source)
        => Get<SourceService>().GetAsync(Caller, source.KnowledgeBaseId, source.Id, CancellationToken.None);

    internal Task<List<DocumentRow>> DocumentsAsync(Guid baseId)
        => Database.QueryAsync(
            $"SELECT {DocumentRow.Columns} FROM knowledge.document WHERE base_id = {baseId} ORDER BY source_key",
            DocumentRow.From,
            CancellationToken.None);

    internal async Task<string> TextAsync(DocumentRow row)
        => await File.ReadAllTextAsync(Path.Combine(ObjectFolder, row.ObjectKey));

    internal static async Task<Fault> RefusalAsync(Func<Task> act)
        => (await Assert.ThrowsAsync<FaultException>(act)).Fault;
}
