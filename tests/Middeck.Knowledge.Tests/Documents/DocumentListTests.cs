using Middeck.Core.Errors;
using Middeck.Core.Paging;
using Middeck.Knowledge.Documents;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Documents;

public sealed class DocumentListTests(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    [Fact]
    public async Task A_list_is_narrowed_to_several_statuses_at_once()
    {
        var kb = await GivenBaseAsync();
        var ready = await GivenCompletedAsync(kb.Id, "ready.txt", "Exits stay open.");
        var waiting = await UploadAsync(kb.Id, "waiting.txt", "Doors close."u8.ToArray());

        Assert.Equal([waiting.Id, ready.Id], await ListAsync(kb.Id, DocumentFilter.Parse(null, ["waiting", "completed"], null, null)));
        Assert.Equal([ready.Id], await ListAsync(kb.Id, DocumentFilter.Parse(null, ["completed", "error"], null, null)));
        Assert.Throws<FaultException>(() => DocumentFilter.Parse(null, ["completed", "odd"], null, null));
    }

    [Fact]
    public async Task A_list_is_narrowed_by_the_switch_and_the_archive()
    {
        var kb = await GivenBaseAsync();
        var on = await GivenCompletedAsync(kb.Id, "on.txt", "Exits stay open.");
        var off = await GivenCompletedAsync(kb.Id, "off.txt", "Doors close.");
        var shelved = await GivenCompletedAsync(kb.Id, "shelved.txt", "Stairs turn.");
        var batch = Get<BatchService>();
        await batch.RunAsync(Caller, kb.Id, new BatchDocuments { Action = BatchAction.Disable, Ids = [off.Id] }, CancellationToken.None);
        await batch.RunAsync(Caller, kb.Id, new BatchDocuments { Action = BatchAction.Archive, Ids = [shelved.Id] }, CancellationToken.None);

        Assert.Equal([on.Id], await ListAsync(kb.Id, new DocumentFilter(Enabled: true, Archived: false)));
        Assert.Equal([off.Id], await ListAsync(kb.Id, new DocumentFilter(Enabled: false, Archived: false)));
        Assert.Equal([shelved.Id], await ListAsync(kb.Id, new DocumentFilter(Archived: true)));
    }

    private async Task<Guid[]> ListAsync(Guid kb, DocumentFilter filter)
    {
        var page = await Get<DocumentService>().ListAsync(Caller, kb, filter, new PageRequest(10, null), CancellationToken.None);
        return [.. page.Data.Select(document => document.Id)];
    }
}
