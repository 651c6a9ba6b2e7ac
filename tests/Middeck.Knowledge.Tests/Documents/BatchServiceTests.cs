using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Bases;
using Middeck.Core.Errors;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Documents;

public sealed class BatchServiceTests(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    [Theory]
    [InlineData(BatchAction.Disable, BatchAction.Enable)]
    [InlineData(BatchAction.Archive, BatchAction.Unarchive)]
    public async Task Documents_leave_the_search_and_come_back_in_one_revision_each(BatchAction leave, BatchAction back)
    {
        var (kb, ids) = await GivenTwoAsync();
        var before = await RevisionAsync(kb);
        Assert.Equal(2, (await SearchAsync("exits", kb)).Count);

        Assert.All(await RunAsync(kb, leave, ids), outcome => Assert.True(outcome.Ok));
        Assert.Empty(await SearchAsync("exits", kb));
        Assert.Equal(before + 1, await RevisionAsync(kb));

        // What is already so is done, too.
        Assert.All(await RunAsync(kb, leave, ids), outcome => Assert.True(outcome.Ok));
        Assert.All(await RunAsync(kb, back, ids), outcome => Assert.True(outcome.Ok));
        Assert.Equal(2, (await SearchAsync("exits", kb)).Count);
    }

    [Fact]
    public async Task What_is_archived_is_not_changed_until_it_is_taken_back()
    {
        var (kb, ids) = await GivenTwoAsync();
        await RunAsync(kb, BatchAction.Archive, ids[0]);

        var outcomes = await RunAsync(kb, BatchAction.Disable, [.. ids, Guid.CreateVersion7()]);
        Assert.Equal(
            ["knowledge.document_archived", null, "knowledge.document_not_found"], outcomes.Select(outcome => outcome.Code));
        var fault = await Assert.ThrowsAsync<FaultException>(() => Get<DocumentService>().UpdateAsync(
            Caller, kb, ids[0], new UpdateDocument { Name = "b.txt" }, CancellationToken.None));
        Assert.Equal("knowledge.document_archived", fault.Fault.Code);

        await RunAsync(kb, BatchAction.Unarchive, ids[0]);
        Assert.True((await RunAsync(kb, BatchAction.Disable, ids[0]))[0].Ok);
    }

    [Fact]
    public async Task A_document_that_is_being_read_in_is_not_archived()
    {
        var kb = await GivenBaseAsync();
        var document = await UploadAsync(kb.Id, "a.txt", "Exits."u8.ToArray());

        Assert.Equal("knowledge.document_busy", (await RunAsync(kb.Id, BatchAction.Archive, document.Id))[0].Code);
    }

    [Fact]
    public async Task Deleted_documents_leave_neither_rows_nor_files()
    {
        var (kb, ids) = await GivenTwoAsync();
        Assert.NotEmpty(await SearchAsync("exits", kb));

        await RunAsync(kb, BatchAction.Delete, ids);

        Assert.Empty(await SearchAsync("exits", kb));
        Assert.Equal(0, await Database.ScalarAsync<long>($"SELECT count(*) FROM knowledge.chunk WHERE base_id = {kb}", CancellationToken.None));
        Assert.Equal(2, await Database.ScalarAsync<long>($"SELECT count(*) FROM knowledge.removal WHERE base_id = {kb}", CancellationToken.None));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(ObjectFolder, "*", SearchOption.AllDirectories), file => !file.Contains(".drafts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_what_has_failed_is_tried_again()
    {
        var (kb, ids) = await GivenTwoAsync();
        await Database.ExecuteAsync($"UPDATE knowledge.document SET status = 'error' WHERE id = {ids[0]}", CancellationToken.None);

        var outcomes = await RunAsync(kb, BatchAction.Retry, ids);

        Assert.Equal([null, "knowledge.document_state"], outcomes.Select(outcome => outcome.Code));
    }

    private async Task<(Guid Base, Guid[] Documents)> GivenTwoAsync()
    {
        var kb = await GivenBaseAsync(new CreateKnowledgeBase { Name = "Standards" });
        var first = await GivenCompletedAsync(kb.Id, "a.txt", "The exits of the hall.");
        var second = await GivenCompletedAsync(kb.Id, "b.txt", "The exits of the tower.");
        return (kb.Id, [first.Id, second.Id]);
    }

    private Task<IReadOnlyList<BatchOutcome>> RunAsync(Guid kb, BatchAction action, params Guid[] ids)
        => Get<BatchService>().RunAsync(Caller, kb, new BatchDocuments { Action = action, Ids = ids }, CancellationToken.None);

    private Task<long> RevisionAsync(Guid kb)
        => Database.ScalarAsync<long>($"SELECT revision FROM knowledge.base WHERE id = {kb}", CancellationToken.None);
}
