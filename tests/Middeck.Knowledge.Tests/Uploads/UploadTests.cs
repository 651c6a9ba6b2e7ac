using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Uploads;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Uploads;

public sealed class UploadTests(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes(
        string.Concat(Enumerable.Range(0, 20_000).Select(line => $"Line {line} about exits.\n")));

    protected override Dictionary<string, string?> Settings => new()
    {
        ["knowledge:MaxUploadBytes"] = "1000000",
        ["knowledge:MaxOpenUploads"] = "2",
    };

    [Fact]
    public async Task A_file_that_comes_in_parts_is_the_file()
    {
        var kb = await GivenBaseAsync();
        var upload = await BeginAsync(kb.Id, sha256: Convert.ToHexString(SHA256.HashData(Content)));

        Assert.Null((await AppendAsync(upload, 0, Content[..200_000])).Document);
        var done = await AppendAsync(upload, 200_000, Content[200_000..]);

        var row = await RowAsync(done.Document!);
        Assert.Equal(Content, await File.ReadAllBytesAsync(Path.Combine(ObjectFolder, row.ObjectKey)));
        Assert.Equal(row.Id, Assert.Single(Jobs.Jobs).Request.Subject);
        Assert.Single(Directory.GetFiles(ObjectFolder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task It_goes_on_after_a_restart_and_on_another_node_where_it_was()
    {
        var kb = await GivenBaseAsync();
        var upload = await BeginAsync(kb.Id);
        await AppendAsync(upload, 0, Content[..100_000]);
        var broken = await Assert.ThrowsAsync<FaultException>(() => Get<UploadService>().AppendAsync(
            Caller, kb.Id, upload.Id, 100_000, Request(new BreakingStream(Content[100_000..150_000])), CancellationToken.None));
        var other = AddNode().GetRequiredService<UploadService>();

        var there = await other.GetAsync(Caller, kb.Id, upload.Id, CancellationToken.None);
        var done = await other.AppendAsync(
            Caller, kb.Id, upload.Id, there.Offset, Request(new MemoryStream(Content[(int)there.Offset..])), CancellationToken.None);

        Assert.Equal(("knowledge.upload_incomplete", 100_000L), (broken.Fault.Code, there.Offset));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Content)), (await RowAsync(done.Document!)).Sha256);
    }

    [Fact]
    public async Task A_crash_between_the_last_part_and_the_document_is_made_good_by_asking_again()
    {
        var kb = await GivenBaseAsync();
        var upload = await BeginAsync(kb.Id);
        await AppendAsync(upload, 0, Content[..100_000]);
        var service = Get<UploadStore>();
        var row = (await service.FindAsync(Caller.WorkspaceId, kb.Id, Caller.UserId, upload.Id, CancellationToken.None))!;
        var last = await Get<Middeck.Storage.Objects.IObjectStore>().PutAsync(
            Caller.WorkspaceId, new MemoryStream(Content[100_000..]), long.MaxValue, CancellationToken.None);
        await service.AppendAsync(row, last, CancellationToken.None);

        var done = await AppendAsync(upload, Content.Length, []);
        var again = await AppendAsync(upload, Content.Length, []);

        Assert.Equal(done.DocumentId, again.DocumentId);
        Assert.Single(Jobs.Jobs);
    }

    [Fact]
    public async Task A_part_at_the_wrong_place_is_refused_with_the_right_one()
    {
        var kb = await GivenBaseAsync();
        var upload = await BeginAsync(kb.Id);
        await AppendAsync(upload, 0, Content[..5000]);

        var fault = await RefusalAsync(() => AppendAsync(upload, 0, Content[..5000]));

        Assert.Equal(("knowledge.upload_offset", 5000L), (fault.Code, fault.Extensions!["offset"]));
    }

    [Fact]
    public async Task Of_two_parts_for_one_place_one_counts()
    {
        var kb = await GivenBaseAsync();
        var upload = await BeginAsync(kb.Id);

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(async number =>
        {
            try
            {
                await AppendAsync(upload, 0, Content[..(5000 + number)]);
                return true;
            }
            catch (FaultException ex) when (ex.Fault.Code == "knowledge.upload_offset")
            {
                return false;
            }
        }));

        Assert.Single(results, true);
        Assert.Single(Directory.GetFiles(ObjectFolder, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("virus.exe", 100, "knowledge.unsupported_type")]
    [InlineData("big.txt", 1_000_001, "knowledge.file_too_large")]
    public async Task What_cannot_become_a_document_is_refused_before_the_first_byte(string name, long size, string code)
    {
        var kb = await GivenBaseAsync();

        var fault = await RefusalAsync(() => Get<UploadService>().BeginAsync(
            Caller, kb.Id, new BeginUpload { Name = name, Size = size }, CancellationToken.None));

        Assert.Equal(code, fault.Code);
    }

    [Fact]
    public async Task What_is_not_what_its_name_says_is_refused_with_the_first_part()
    {
        var kb = await GivenBaseAsync();
        var upload = await BeginAsync(kb.Id, "report.pdf");

        var fault = await RefusalAsync(() => AppendAsync(upload, 0, Content[..5000]));

        Assert.Equal("knowledge.unsupported_type", fault.Code);
        Assert.Empty(Directory.GetFiles(ObjectFolder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Too_many_bytes_and_other_bytes_than_announced_are_refused()
    {
        var kb = await GivenBaseAsync();
        var upload = await BeginAsync(kb.Id, sha256: new string('a', 64));

        var more = await RefusalAsync(() => AppendAsync(upload, 0, [.. Content, 1]));
        var other = await RefusalAsync(() => AppendAsync(upload, 0, Content));

        Assert.Equal(("knowledge.part_too_large", "knowledge.checksum_mismatch"), (more.Code, other.Code));
        Assert.Empty(Directory.GetFiles(ObjectFolder, "*", SearchOption.AllDirectories));
        Assert.Equal(0, await Database.ScalarAsync<long>($"SELECT count(*) FROM knowledge.document WHERE base_id = {kb.Id}", CancellationToken.None));
    }

    [Fact]
    public async Task After_a_day_what_has_come_is_thrown_away()
    {
        var kb = await GivenBaseAsync();
        var upload = await BeginAsync(kb.Id);
        await AppendAsync(upload, 0, Content[..5000]);

        Clock.Advance(TimeSpan.FromHours(25));
        await Get<UploadRemoval>().RemoveExpiredAsync(CancellationToken.None);

        Assert.Equal("knowledge.upload_not_found", (await RefusalAsync(() => AppendAsync(upload, 5000, Content[5000..]))).Code);
        Assert.Empty(Directory.GetFiles(ObjectFolder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_person_has_so_many_open_at_once_and_nobody_else_sees_them()
    {
        var kb = await GivenBaseAsync();
        var upload = await BeginAsync(kb.Id);
        await BeginAsync(kb.Id, "b.txt");
        var colleague = Caller with { UserId = Guid.CreateVersion7() };

        Assert.Equal("knowledge.too_many_uploads", (await RefusalAsync(() => BeginAsync(kb.Id, "c.txt"))).Code);
        Assert.Equal("knowledge.upload_not_found", (await RefusalAsync(
            () => Get<UploadService>().GetAsync(colleague, kb.Id, upload.Id, CancellationToken.None))).Code);
        await Get<UploadService>().DeleteAsync(Caller, kb.Id, upload.Id, CancellationToken.None);
        await BeginAsync(kb.Id, "c.txt");
    }

    [Fact]
    public async Task A_part_with_the_content_of_a_document_does_not_take_the_file_away_with_it()
    {
        var kb = await GivenBaseAsync();
        var document = await UploadAsync(kb.Id, "part.txt", Content[..5000]);
        var upload = await BeginAsync(kb.Id);
        await AppendAsync(upload, 0, Content[..5000]);

        await Get<UploadService>().DeleteAsync(Caller, kb.Id, upload.Id, CancellationToken.None);
        Assert.True(File.Exists(Path.Combine(ObjectFolder, (await RowAsync(document)).ObjectKey)));
    }

    [Fact]
    public async Task A_base_that_is_removed_takes_its_uploads_with_it()
    {
        var kb = await GivenBaseAsync();
        await AppendAsync(await BeginAsync(kb.Id), 0, Content[..5000]);

        await Get<BaseRemoval>().RemoveAsync(Caller.WorkspaceId, kb.Id, CancellationToken.None);

        Assert.Empty(Directory.GetFiles(ObjectFolder, "*", SearchOption.AllDirectories));
    }

    private Task<Upload> BeginAsync(Guid baseId, string name = "manual.txt", string? sha256 = null)
        => Get<UploadService>().BeginAsync(
            Caller, baseId, new BeginUpload { Name = name, Size = Content.Length, Sha256 = sha256 }, CancellationToken.None);

    private Task<Upload> AppendAsync(Upload upload, long offset, byte[] part)
        => Get<UploadService>().AppendAsync(
            Caller, upload.KnowledgeBaseId, upload.Id, offset, Request(new MemoryStream(part)), CancellationToken.None);

    private static HttpRequest Request(Stream body)
    {
        var request = new DefaultHttpContext().Request;
        request.Body = body;
        return request;
    }

    private static async Task<Fault> RefusalAsync(Func<Task> act)
        => (await Assert.ThrowsAsync<FaultException>(act)).Fault;

    private sealed class BreakingStream(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => Position == Length ? throw new IOException("The connection was reset.") : base.ReadAsync(buffer, cancellationToken);
    }
}
