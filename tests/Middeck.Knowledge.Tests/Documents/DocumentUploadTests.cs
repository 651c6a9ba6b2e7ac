using System.Text;
using Microsoft.AspNetCore.Http;
using Middeck.Core.Errors;
using Middeck.Knowledge.Documents;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Documents;

public sealed class DocumentUploadTests(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    private static readonly byte[] Content = "Exits must be kept free."u8.ToArray();

    protected override Dictionary<string, string?> Settings => new() { ["knowledge:MaxUploadBytes"] = "20000" };

    [Fact]
    public async Task A_file_is_stored_written_down_and_queued_before_it_is_acknowledged()
    {
        var kb = await GivenBaseAsync();

        var document = await UploadAsync(kb.Id, "消防 规范.txt", Content);

        var row = await RowAsync(document);
        Assert.Equal("消防 规范.txt", row.Name);
        Assert.Equal(DocumentStatus.Waiting, row.Status);
        Assert.Equal(Assert.Single(Jobs.Jobs).Id, row.JobId);
        Assert.Equal(Content, await File.ReadAllBytesAsync(Path.Combine(ObjectFolder, row.ObjectKey)));
        Assert.Contains(Events.Events, told => told.Topic == $"knowledge:{kb.Id}" && told.Type == "document.changed");
    }

    [Theory]
    [InlineData("empty.txt", "", "knowledge.file_empty", FaultKind.Invalid)]
    [InlineData("macro.xlsm", "text", "knowledge.unsupported_type", FaultKind.UnsupportedType)]
    [InlineData("report.pdf", "MZ\0\u0001\0\u0002", "knowledge.unsupported_type", FaultKind.UnsupportedType)]
    [InlineData("notes.txt", "%PDF-1.7", "knowledge.unsupported_type", FaultKind.UnsupportedType)]
    [InlineData("..", "text", "knowledge.file_name_missing", FaultKind.Invalid)]
    public async Task What_cannot_be_read_is_refused_and_not_kept(string name, string content, string code, FaultKind kind)
    {
        var kb = await GivenBaseAsync();

        var fault = await RefusalAsync(() => UploadAsync(kb.Id, name, Encoding.Latin1.GetBytes(content)));

        Assert.Equal((code, kind), (fault.Code, fault.Kind));
        await AssertNothingKeptAsync(kb.Id);
    }

    [Fact]
    public async Task A_wrong_name_is_told_with_what_the_file_looks_like()
    {
        var kb = await GivenBaseAsync();

        var fault = await RefusalAsync(() => UploadAsync(kb.Id, "report.pdf", [0x4D, 0x5A, 0x90, 0x00]));

        Assert.Contains("looks like a program", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_over_the_limit_leaves_nothing()
    {
        var kb = await GivenBaseAsync();

        var fault = await RefusalAsync(() => UploadAsync(kb.Id, "long.txt", [.. Enumerable.Repeat((byte)'a', 30_000)]));

        Assert.Equal(("knowledge.file_too_large", FaultKind.TooLarge), (fault.Code, fault.Kind));
        await AssertNothingKeptAsync(kb.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n----mid")]
    public async Task A_body_that_breaks_off_leaves_nothing(string end)
    {
        var kb = await GivenBaseAsync();

        var fault = await RefusalAsync(() => UploadAsync(kb.Id, MultipartRequest.Of("a.txt", Content, end)));

        Assert.Equal("knowledge.upload_incomplete", fault.Code);
        await AssertNothingKeptAsync(kb.Id);
    }

    [Fact]
    public async Task The_same_content_is_taken_once_in_a_base_and_again_in_another()
    {
        var (first, second) = (await GivenBaseAsync(), await GivenBaseAsync());
        var document = await UploadAsync(first.Id, "a.txt", Content);

        var fault = await RefusalAsync(() => UploadAsync(first.Id, "b.txt", Content));
        await UploadAsync(second.Id, "b.txt", Content);

        Assert.Equal("knowledge.duplicate", fault.Code);
        Assert.Equal(document.Id, fault.Extensions!["existing_document_id"]);
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused()
    {
        var kb = await GivenBaseAsync();
        var request = new DefaultHttpContext().Request;
        request.ContentType = "application/json";

        Assert.Equal(FaultKind.UnsupportedType, (await RefusalAsync(() => UploadAsync(kb.Id, request))).Kind);
    }

    [Fact]
    public async Task A_file_that_two_bases_share_stays_until_the_last_one_lets_it_go()
    {
        var (first, second) = (await GivenBaseAsync(), await GivenBaseAsync());
        var one = await RowAsync(await UploadAsync(first.Id, "a.txt", Content));
        var two = await RowAsync(await UploadAsync(second.Id, "a.txt", Content));
        var path = Path.Combine(ObjectFolder, one.ObjectKey);

        await Get<DocumentService>().DeleteAsync(Caller, first.Id, one.Id, CancellationToken.None);
        Assert.True(File.Exists(path));

        await Get<DocumentService>().DeleteAsync(Caller, second.Id, two.Id, CancellationToken.None);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_document_that_a_crash_left_without_a_job_gets_one()
    {
        var kb = await GivenBaseAsync();
        var document = await UploadAsync(kb.Id, "a.txt", Content);
        await Database.ExecuteAsync(
            $"UPDATE knowledge.document SET job_id = NULL WHERE id = {document.Id}", CancellationToken.None);

        await Get<DocumentSweep>().RunAsync(CancellationToken.None);
        Assert.Null((await RowAsync(document)).JobId);

        Clock.Advance(TimeSpan.FromMinutes(2));
        await Get<DocumentSweep>().RunAsync(CancellationToken.None);
        Assert.Equal(Jobs.Jobs.Last(job => job.Request.Subject == document.Id).Id, (await RowAsync(document)).JobId);
    }

    [Fact]
    public async Task Another_workspace_cannot_upload_into_the_base()
    {
        var kb = await GivenBaseAsync();
        var stranger = Caller with { WorkspaceId = Guid.CreateVersion7() };

        var fault = await RefusalAsync(() => UploadAsync(kb.Id, MultipartRequest.Of("a.txt", Content), stranger));

        Assert.Equal(FaultKind.NotFound, fault.Kind);
    }

    private async Task AssertNothingKeptAsync(Guid baseId)
    {
        Assert.Equal(0, await Database.ScalarAsync<long>(
            $"SELECT count(*) FROM knowledge.document WHERE base_id = {baseId}", CancellationToken.None));
        Assert.Empty(Directory.GetFiles(ObjectFolder, "*", SearchOption.AllDirectories));
        Assert.Empty(Jobs.Jobs);
    }

    private static async Task<Fault> RefusalAsync(Func<Task<Document>> upload)
        => (await Assert.ThrowsAsync<FaultException>(upload)).Fault;
}
