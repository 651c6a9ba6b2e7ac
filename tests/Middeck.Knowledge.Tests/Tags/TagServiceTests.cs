using Middeck.Core.Errors;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Tags;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Tags;

public sealed class TagServiceTests(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    private TagService Tags => Get<TagService>();

    [Fact]
    public async Task Bases_are_found_by_their_tags()
    {
        var tagged = await GivenBaseAsync();
        await GivenBaseAsync();
        var tag = await TagAsync("safety");
        await Tags.AttachAsync(Caller, new BindTags { TagIds = [tag.Id], KnowledgeBaseIds = [tagged.Id] }, CancellationToken.None);

        var found = await Get<KnowledgeBaseService>().ListAsync(
            Caller, null, tag.Id, new PageRequest(10, null), CancellationToken.None);
        Assert.Equal((tagged.Id, "safety"), (Assert.Single(found.Data).Id, Assert.Single(found.Data[0].Tags).Name));
        Assert.Equal(1, Assert.Single(await Tags.ListAsync(Caller, CancellationToken.None)).BindingCount);

        await Tags.DetachAsync(Caller, new BindTags { TagIds = [tag.Id], KnowledgeBaseIds = [tagged.Id] }, CancellationToken.None);
        Assert.Empty(await Tags.OfAsync(Caller, tagged.Id, CancellationToken.None));
    }

    [Fact]
    public async Task A_name_is_given_once_in_a_workspace()
    {
        await TagAsync("safety");
        var other = await TagAsync("health");

        Assert.Equal("knowledge.tag_name_taken", (await RefusalAsync(() => TagAsync(" safety "))).Code);
        Assert.Equal("knowledge.tag_name_empty", (await RefusalAsync(() => TagAsync(" "))).Code);
        Assert.Equal(
            "knowledge.tag_name_taken",
            (await RefusalAsync(() => Tags.RenameAsync(
                Caller, other.Id, new WriteTag { Name = "safety" }, CancellationToken.None))).Code);
        Assert.Equal(
            "zeal",
            (await Tags.RenameAsync(Caller, other.Id, new WriteTag { Name = "zeal" }, CancellationToken.None)).Name);
    }

    [Fact]
    public async Task Another_workspace_has_neither_the_tag_nor_the_base()
    {
        var kb = await GivenBaseAsync();
        var tag = await TagAsync("safety");
        var stranger = new Caller { Kind = CallerKind.User, WorkspaceId = Guid.CreateVersion7() };

        var binding = new BindTags { TagIds = [tag.Id], KnowledgeBaseIds = [kb.Id] };
        Assert.Equal(FaultKind.NotFound, (await RefusalAsync(() => Tags.AttachAsync(stranger, binding, CancellationToken.None))).Kind);
        Assert.Equal(FaultKind.NotFound, (await RefusalAsync(() => Tags.DeleteAsync(stranger, tag.Id, CancellationToken.None))).Kind);
        Assert.Empty(await Tags.ListAsync(stranger, CancellationToken.None));
    }

    private Task<KnowledgeTag> TagAsync(string name)
        => Tags.CreateAsync(Caller, new WriteTag { Name = name }, CancellationToken.None);

    private static async Task<Fault> RefusalAsync(Func<Task> act) => (await Assert.ThrowsAsync<FaultException>(act)).Fault;
}
