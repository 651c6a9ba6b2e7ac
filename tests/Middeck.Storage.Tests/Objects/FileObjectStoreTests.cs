using System.Diagnostics;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Storage.Objects;
using Middeck.Testing;

namespace Middeck.Storage.Tests.Objects;

public sealed class FileObjectStoreTests : ObjectStoreConformance, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("middeck-objects-");
    private readonly FakeClock _clock = new();

    public FileObjectStoreTests() => Store = At(_folder.FullName);

    private protected override IObjectStore Store { get; }

    [Fact]
    public async Task Drafts_of_a_process_that_was_killed_are_removed_when_they_are_old()
    {
        var drafts = _folder.CreateSubdirectory(".drafts").FullName;
        await File.WriteAllTextAsync(Path.Combine(drafts, "old"), "half");
        await File.WriteAllTextAsync(Path.Combine(drafts, "new"), "half");
        File.SetLastWriteTimeUtc(Path.Combine(drafts, "old"), _clock.GetUtcNow().UtcDateTime.AddHours(-25));
        File.SetLastWriteTimeUtc(Path.Combine(drafts, "new"), _clock.GetUtcNow().UtcDateTime.AddHours(-1));

        await PutAsync([1]);

        Assert.Equal(["new"], Directory.GetFiles(drafts).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_damaged_copy_is_repaired_by_the_next_upload()
    {
        var stored = await PutAsync([1, 2, 3]);
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, stored.Key), [1]);

        await PutAsync([1, 2, 3]);

        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(Path.Combine(_folder.FullName, stored.Key)));
    }

    [MountFact]
    public async Task A_full_disk_is_said_plainly_and_nothing_is_left_behind()
    {
        await RunAsync("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", _folder.FullName);
        try
        {
            using var content = new MemoryStream(new byte[1024 * 1024]);
            var refusal = await Assert.ThrowsAsync<FaultException>(
                () => At(_folder.FullName).PutAsync(Guid.Empty, content, long.MaxValue, CancellationToken.None));

            Assert.Equal(("objects.disk_full", FaultKind.Unavailable), (refusal.Fault.Code, refusal.Fault.Kind));
            Assert.Equal(0, CountAll());
        }
        finally
        {
            await RunAsync("umount", _folder.FullName);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private protected override int CountAll() => _folder.EnumerateFiles("*", SearchOption.AllDirectories).Count();

    private FileObjectStore At(string path) => new(Options.Create(new ObjectStoreOptions { Path = path }), _clock);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
