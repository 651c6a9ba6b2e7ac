using System.Text;
using Middeck.Core.Errors;
using Middeck.Jobs;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Ingestion;
using Middeck.Knowledge.Tests.Fakes;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Documents;

public sealed class DocumentVersionTests(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    protected override Dictionary<string, string?> Settings => new()
    {
        ["knowledge:DocumentVersions"] = "2",
        ["knowledge:MaxDocuments"] = "1000",
    };

    [Fact]
    public async Task The_old_version_is_found_until_the_new_one_is_complete()
    {
        var kb = await GivenBaseAsync();
        var before = await GivenCompletedAsync(kb.Id, "rules.txt", "Extinguishers hang at every exit.");

        var uploaded = await UploadAsync(kb.Id, "Rules.TXT", "Sprinklers hang above every door."u8.ToArray());

        Assert.Equal((before.Id, 2, UploadOutcome.NewVersion), (uploaded.Id, uploaded.Version, uploaded.Outcome));
        Assert.Equal(DocumentStatus.Waiting, uploaded.Status);
        Assert.Contains("Extinguishers", Assert.Single(await SearchAsync("extinguishers exit", kb.Id)).Content, StringComparison.Ordinal);

        await IngestAsync(uploaded);

        Assert.Contains("Sprinklers", Assert.Single(await SearchAsync("sprinklers door", kb.Id)).Content, StringComparison.Ordinal);
        Assert.DoesNotContain(await SearchAsync("extinguishers exit", kb.Id), hit => hit.Content.Contains("Extinguishers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_version_that_fails_leaves_the_old_one_findable_and_shows_the_error()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "rules.txt", "Extinguishers hang at every exit.");
        var uploaded = await UploadAsync(kb.Id, "rules.txt", "   \n \n "u8.ToArray());
        var fault = await Assert.ThrowsAsync<FaultException>(() => IngestAsync(uploaded));

        await Get<IngestDocumentJob>().OnEndedAsync(
            new TestJob(uploaded.JobId!.Value, Caller.WorkspaceId, uploaded.Id), JobState.Failed, fault.Fault.Detail, CancellationToken.None);

        var row = await RowAsync(uploaded);
        Assert.Equal((DocumentStatus.Error, fault.Fault.Detail), (row.Status, row.Error));
        Assert.Single(await SearchAsync("extinguishers exit", kb.Id));
    }

    [Fact]
    public async Task A_former_version_comes_back_as_the_next_one()
    {
        var kb = await GivenBaseAsync();
        var first = await UploadAsync(kb.Id, "rules.txt", "one"u8.ToArray());
        await UploadAsync(kb.Id, "rules.txt", "two"u8.ToArray());

        var restored = await Get<DocumentHistory>().RestoreAsync(Caller, kb.Id, first.Id, 1, CancellationToken.None);

        Assert.Equal(3, restored.Version);
        Assert.Equal("one", await File.ReadAllTextAsync(Path.Combine(ObjectFolder, (await RowAsync(first)).ObjectKey)));
        var versions = await Get<DocumentHistory>().ListAsync(Caller, kb.Id, first.Id, CancellationToken.None);
        Assert.Equal([3, 2, 1], versions.Data.Select(version => version.Version));
        Assert.True(versions.Data[0].Current);
    }

    [Fact]
    public async Task Only_so_many_versions_are_kept_and_their_files_with_them()
    {
        var kb = await GivenBaseAsync();
        var document = await UploadAsync(kb.Id, "rules.txt", "1"u8.ToArray());
        foreach (var text in new[] { "2", "3", "4", "5" })
        {
            await UploadAsync(kb.Id, "rules.txt", Encoding.UTF8.GetBytes(text));
        }

        var versions = await Get<DocumentHistory>().ListAsync(Caller, kb.Id, document.Id, CancellationToken.None);
        Assert.Equal([5, 4, 3], versions.Data.Select(version => version.Version));
        Assert.Equal(3, FilesKept());
        var gone = await Assert.ThrowsAsync<FaultException>(
            () => Get<DocumentHistory>().DownloadUrlAsync(Caller, kb.Id, document.Id, 2, CancellationToken.None));
        Assert.Equal("knowledge.version_not_found", gone.Fault.Code);

        await Get<DocumentService>().DeleteAsync(Caller, kb.Id, document.Id, CancellationToken.None);
        Assert.Equal(0, FilesKept());
    }

    [Fact]
    public async Task The_file_of_a_former_version_stays_while_another_document_needs_it()
    {
        var (kb, other) = (await GivenBaseAsync(), await GivenBaseAsync());
        var document = await UploadAsync(kb.Id, "rules.txt", "shared"u8.ToArray());
        await UploadAsync(kb.Id, "rules.txt", "next"u8.ToArray());
        var twin = await UploadAsync(other.Id, "twin.txt", "shared"u8.ToArray());

        await Get<DocumentService>().DeleteAsync(Caller, other.Id, twin.Id, CancellationToken.None);

        await Get<DocumentHistory>().RestoreAsync(Caller, kb.Id, document.Id, 1, CancellationToken.None);
        Assert.Equal("shared", await File.ReadAllTextAsync(Path.Combine(ObjectFolder, (await RowAsync(document)).ObjectKey)));
    }

    [Theory]
    [InlineData("keep", "same", true)]
    [InlineData("keep", "other", true)]
    [InlineData("skip", "same", false)]
    [InlineData("skip", "other", false)]
    public async Task What_is_there_already_is_kept_beside_or_passed_over_as_asked(string rule, string text, bool isSecond)
    {
        var kb = await GivenBaseAsync();
        var first = await UploadAsync(kb.Id, "a.txt", "same"u8.ToArray());

        var second = await UploadAsync(
            kb.Id, MultipartRequest.Of("a.txt", Encoding.UTF8.GetBytes(text), fields: [("duplicate", rule)]));

        Assert.Equal(isSecond, first.Id != second.Id);
        Assert.Equal(isSecond || text == "same" ? 1 : 2, second.Version);
    }

    [Fact]
    public async Task Files_of_a_folder_keep_their_place_and_equal_names_in_other_folders_are_other_documents()
    {
        var kb = await GivenBaseAsync();

        var north = await UploadAsync(kb.Id, MultipartRequest.Of("plan.txt", "n"u8.ToArray(), fields: [("relative_path", "site/../北/plan.txt")]));
        var south = await UploadAsync(kb.Id, MultipartRequest.Of("plan.txt", "s"u8.ToArray(), fields: [("relative_path", "site/south/plan.txt")]));
        var again = await UploadAsync(kb.Id, MultipartRequest.Of("plan.txt", "S"u8.ToArray(), fields: [("relative_path", "site/south/plan.txt")]));

        Assert.Equal(("plan.txt", "site/北"), (north.Name, north.Folder));
        Assert.NotEqual(north.Id, south.Id);
        Assert.Equal((south.Id, 2), (again.Id, again.Version));
    }

    [Fact]
    public async Task A_text_becomes_a_file_and_its_next_version()
    {
        var kb = await GivenBaseAsync();

        var added = await Get<TextIntake>().AddAsync(
            Caller, kb.Id, new PastedText { Name = "说明", Text = "灭火器" }, CancellationToken.None);
        var changed = await Get<TextIntake>().ChangeAsync(
            Caller, kb.Id, added.Id, new ChangedText { Text = "灭火器和消火栓" }, CancellationToken.None);

        Assert.Equal(("说明.txt", DocumentOrigin.Text), (added.Name, added.Origin));
        Assert.Equal((added.Id, 2, "说明.txt"), (changed.Id, changed.Version, changed.Name));
        var page = await UploadAsync(kb.Id, "page.html", "<p>x</p>"u8.ToArray());
        var refused = await Assert.ThrowsAsync<FaultException>(() => Get<TextIntake>().ChangeAsync(
            Caller, kb.Id, page.Id, new ChangedText { Text = "y" }, CancellationToken.None));
        Assert.Equal("knowledge.document_no_text", refused.Fault.Code);
    }

    [Fact]
    public async Task A_replaced_file_may_have_another_name_and_type()
    {
        var kb = await GivenBaseAsync();
        var document = await UploadAsync(kb.Id, "a.txt", "one"u8.ToArray());

        var replaced = await Get<DocumentUploads>().ReplaceAsync(
            Caller, kb.Id, document.Id, MultipartRequest.Of("b.html", "<p>two</p>"u8.ToArray()), CancellationToken.None);

        Assert.Equal((document.Id, "b.html", "text/html", 2), (replaced.Id, replaced.Name, replaced.MimeType, replaced.Version));
    }

    [Fact]
    public async Task A_thousand_small_files_at_once_are_a_thousand_documents_and_one_more_is_refused()
    {
        var kb = await GivenBaseAsync();

        await Parallel.ForAsync(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateScope(Node);
            await ((DocumentUploads)scope.ServiceProvider.GetService(typeof(DocumentUploads))!).ReceiveAsync(
                Caller, kb.Id, MultipartRequest.Of($"{i}.txt", Encoding.UTF8.GetBytes($"file {i}")), CancellationToken.None);
        });

        Assert.Equal(1000, await CountAsync(kb.Id));
        var refused = await Assert.ThrowsAsync<FaultException>(() => UploadAsync(kb.Id, "more.txt", "more"u8.ToArray()));
        Assert.Equal("knowledge.too_many_documents", refused.Fault.Code);
        Assert.Equal(1000, FilesKept());
    }

    [Fact]
    public async Task One_name_at_once_is_one_document_with_its_versions()
    {
        var kb = await GivenBaseAsync();

        await Parallel.ForAsync(0, 8, async (i, _) => await UploadAsync(kb.Id, "a.txt", Encoding.UTF8.GetBytes($"file {i}")));

        Assert.Equal(1, await CountAsync(kb.Id));
        Assert.Equal(8, await Database.ScalarAsync<int>(
            $"SELECT version FROM knowledge.document WHERE base_id = {kb.Id}", CancellationToken.None));
    }

    private int FilesKept() => Directory.GetFiles(ObjectFolder, "*", SearchOption.AllDirectories).Length;

    private Task<long> CountAsync(Guid baseId)
        => Database.ScalarAsync<long>($"SELECT count(*) FROM knowledge.document WHERE base_id = {baseId}", CancellationToken.None)!;
}
