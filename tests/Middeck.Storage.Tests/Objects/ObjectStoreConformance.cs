using System.Security.Cryptography;
using System.Text;
using Middeck.Core.Errors;
using Middeck.Storage.Objects;

namespace Middeck.Storage.Tests.Objects;

/// <summary>What every object store must do; each kind runs all of it.</summary>
public abstract class ObjectStoreConformance
{
    private const long Limit = 64 * 1024 * 1024;

    private static readonly Guid Workspace = Guid.Parse("01900000-0000-7000-8000-00000000000a");
    private static readonly Guid Other = Guid.Parse("01900000-0000-7000-8000-00000000000b");

    private protected abstract IObjectStore Store { get; }

    /// <summary>Everything that lies in the store, drafts included.</summary>
    private protected abstract int CountAll();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(200_000)]
    [InlineData(40_000_000)]
    public async Task What_was_put_comes_back(int size)
    {
        var content = Bytes(size);

        var stored = await PutAsync(content);

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        Assert.Equal(new StoredObject($"{Workspace}/{sha256[..2]}/{sha256}", size, sha256), stored);
        Assert.Equal(content, await ReadAsync(stored.Key));
    }

    [Fact]
    public async Task The_same_content_is_kept_once_per_workspace()
    {
        var first = await PutAsync(Bytes(10));
        var again = await PutAsync(Bytes(10));
        var other = await PutAsync(Bytes(10), Other);

        Assert.Equal(first, again);
        Assert.NotEqual(first.Key, other.Key);
        Assert.Equal(2, CountAll());
    }

    [Fact]
    public async Task All_objects_of_all_workspaces_are_listed_with_their_sizes()
    {
        StoredObject[] stored = [await PutAsync(Bytes(10)), await PutAsync(Bytes(11)), await PutAsync(Bytes(10), Other)];

        var listed = await Store.ListAsync(CancellationToken.None).ToListAsync();

        Assert.Equal(stored.OrderBy(one => one.Key, StringComparer.Ordinal), listed.OrderBy(one => one.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Past_the_limit_nothing_is_kept()
    {
        using var content = new MemoryStream(Bytes(300_001));

        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => Store.PutAsync(Workspace, content, 300_000, CancellationToken.None));

        Assert.Equal(("objects.too_large", FaultKind.TooLarge), (refusal.Fault.Code, refusal.Fault.Kind));
        Assert.Equal(0, CountAll());
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        await using var content = new BrokenStream(200_000);

        await Assert.ThrowsAsync<IOException>(() => Store.PutAsync(Workspace, content, Limit, CancellationToken.None));

        Assert.Equal(0, CountAll());
    }

    [Fact]
    public async Task Many_uploads_of_the_same_content_at_once_agree()
    {
        var stored = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PutAsync(Bytes(500_000))));

        Assert.Single(stored.Distinct());
        Assert.Equal(Bytes(500_000), await ReadAsync(stored[0].Key));
        Assert.Equal(1, CountAll());
    }

    [Fact]
    public async Task What_was_deleted_is_gone_and_deleting_it_again_is_no_error()
    {
        var stored = await PutAsync(Bytes(10));

        await Store.DeleteAsync(stored.Key, CancellationToken.None);
        await Store.DeleteAsync(stored.Key, CancellationToken.None);

        Assert.Null(await Store.OpenAsync(stored.Key, CancellationToken.None));
    }

    [Fact]
    public async Task A_workspace_is_removed_with_all_that_is_its_own()
    {
        for (var i = 0; i < 5; i++)
        {
            await PutAsync(Bytes(i));
        }

        var kept = await PutAsync(Bytes(3), Other);

        await Store.DeleteWorkspaceAsync(Workspace, CancellationToken.None);
        await Store.DeleteWorkspaceAsync(Workspace, CancellationToken.None);

        Assert.Equal(1, CountAll());
        Assert.Equal(Bytes(3), await ReadAsync(kept.Key));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("01900000-0000-7000-8000-00000000000a/../x")]
    public async Task What_is_no_key_is_refused(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.OpenAsync(key, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.DeleteAsync(key, CancellationToken.None));
    }

    [Fact]
    public async Task A_check_leaves_nothing_behind()
    {
        await Store.CheckAsync(CancellationToken.None);

        Assert.Equal(0, CountAll());
    }

    private protected async Task<StoredObject> PutAsync(byte[] content, Guid? workspace = null)
    {
        using var stream = new MemoryStream(content);
        return await Store.PutAsync(workspace ?? Workspace, stream, Limit, CancellationToken.None);
    }

    private async Task<byte[]> ReadAsync(string key)
    {
        await using var stream = await Store.OpenAsync(key, CancellationToken.None);
        using var copy = new MemoryStream();
        await stream!.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static byte[] Bytes(int size)
    {
        var bytes = new byte[size];
        var seed = Encoding.UTF8.GetBytes($"content of {size} bytes ");
        for (var i = 0; i < size; i++)
        {
            bytes[i] = (byte)(seed[i % seed.Length] + (i >> 16));
        }

        return bytes;
    }
}
