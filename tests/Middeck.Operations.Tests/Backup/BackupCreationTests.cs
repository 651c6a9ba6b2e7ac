using System.Security.Cryptography;
using System.Text;
using Middeck.Operations.Backup;
using Middeck.Operations.Backup.Keeping;
using Middeck.Operations.Backup.Manifests;
using Middeck.Operations.Backup.Schedules;

namespace Middeck.Operations.Tests.Backup;

public sealed class BackupCreationTests
{
    [Fact]
    public async Task On_a_full_disk_it_says_so_and_leaves_no_half_backup()
    {
        await using var home = await BackedUpHome.MakeAsync();
        await home.UploadAsync("too much");
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("too much")));
        var folder = Directory.CreateDirectory(Path.Combine(home.Folder, "pool", "plain", sha256[..2])).FullName;
        // The kernel answers each write to it with ENOSPC.
        File.CreateSymbolicLink(Path.Combine(folder, $"{sha256}.part"), "/dev/full");

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => CreateAsync(home));

        Assert.Equal(ExitCode.DiskFull, refusal.Code);
        Assert.Equal(["pool"], Directory.GetFileSystemEntries(home.Folder).Select(Path.GetFileName));
        Assert.False(File.Exists(Path.Combine(folder, sha256)));
        Assert.Equal(3, (await CreateAsync(home)).Objects.Count);
    }

    [Fact]
    public async Task One_that_is_stopped_or_killed_leaves_nothing_that_looks_like_a_backup()
    {
        await using var home = await BackedUpHome.MakeAsync();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => home.Service.CreateAsync(
            home.Request, new BackedUpHome.Watched(_ => stop.Cancel()), stop.Token));
        Assert.All(Directory.GetFileSystemEntries(home.Folder), entry => Assert.Equal("pool", Path.GetFileName(entry)));

        var killed = Directory.CreateDirectory(Path.Combine(home.Folder, ".draft-2026-01-01T000000Z")).FullName;
        File.WriteAllText(Path.Combine(killed, "database.dump.part"), "half");
        Assert.Empty((await home.Service.ListAsync(home.Request, CancellationToken.None)).Whole);

        await CreateAsync(home);

        Assert.False(Directory.Exists(killed));
        Assert.Single((await home.Service.ListAsync(home.Request, CancellationToken.None)).Whole);
    }

    [Fact]
    public async Task An_object_that_a_disk_altered_is_left_out_and_named()
    {
        await using var home = await BackedUpHome.MakeAsync();
        var key = await home.UploadAsync("to be altered");
        File.WriteAllText(Path.Combine(home.Home.Objects, key), "it was altered");

        var made = await CreateAsync(home);

        Assert.Equal([key], made.Objects.Damaged);
        Assert.Equal(2, made.Objects.Count);
    }

    [Fact]
    public async Task With_a_backup_go_the_objects_that_no_other_needs()
    {
        await using var home = await BackedUpHome.MakeAsync();
        var gone = await home.UploadAsync("only in the first");
        var first = await CreateAsync(home);
        File.Delete(Path.Combine(home.Home.Objects, gone));
        var second = await CreateAsync(home);

        var removed = await home.Service.DeleteAsync(first.Name, home.Request, CancellationToken.None);

        Assert.Equal((1, 17L), (removed.Objects, removed.ObjectBytes));
        await home.Service.VerifyAsync(second.Name, home.Request, BackedUpHome.Silent, CancellationToken.None);
    }

    [Fact]
    public void The_newest_of_each_day_week_and_month_stays_and_the_one_before_an_upgrade()
    {
        var newest = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
        var backups = Enumerable.Range(0, 120)
            .Select(halfDays => Of(newest.AddHours(-12 * halfDays), halfDays == 101 ? "upgrade" : "schedule")).ToList();

        var kept = backups.Except(Retention.Expired(backups, new BackupRetention { Daily = 3, Weekly = 2, Monthly = 3 }))
            .Select(backup => backup.CreatedAt.ToString("MM-dd HH", null));

        Assert.Equal(["11-22 12", "11-21 12", "11-20 12", "11-15 12", "10-31 12", "10-03 00", "09-30 12"], kept);
        Assert.Empty(Retention.Expired(backups, new BackupRetention { Daily = 0, Weekly = 0, Monthly = 0 }));
    }

    [Theory]
    [InlineData("30 3 * * *", "0 30 3 * * ?")]
    [InlineData("*/15 0-6 1,15 * *", "0 */15 0-6 1,15 * ?")]
    [InlineData("0 4 * * 0", "0 0 4 ? * 1")]
    [InlineData("0 4 * * 1-5", "0 0 4 ? * 2,3,4,5,6")]
    [InlineData("0 4 * * 5-7", "0 0 4 ? * 1,6,7")]
    [InlineData("every night", null)]
    [InlineData("60 3 * * *", null)]
    [InlineData("0 4 1 * 1", null)]
    [InlineData("0 9-5 * * *", null)]
    public void A_schedule_is_five_fields_of_cron(string text, string? quartz)
    {
        Assert.Equal(quartz is not null, CronExpression.TryParse(text, out var parsed));
        Assert.Equal(quartz ?? "", parsed);
    }

    [Fact]
    public void Setting_a_key_leaves_every_other_line_of_the_file_alone()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "server:\n  port: 80 # web\n\n# kept\nbackup:\n    to: /srv\n    schedule: \"1 1 * * *\"\njobs:\n  enabled: true\n");

        SectionEditor.Set(file, "backup", "schedule", "30 3 * * *");
        SectionEditor.Set(file, "backup", "drill_schedule", "0 5 * * 0");
        SectionEditor.Set(file, "backup", "drill_schedule", "");

        Assert.Equal(
            "server:\n  port: 80 # web\n\n# kept\nbackup:\n    to: /srv\n    schedule: \"30 3 * * *\"\njobs:\n  enabled: true\n",
            File.ReadAllText(file));
        File.Delete(file);
    }

    private static Task<BackupManifest> CreateAsync(BackedUpHome home)
        => home.Service.CreateAsync(home.Request, BackedUpHome.Silent, CancellationToken.None);

    private static BackupManifest Of(DateTimeOffset at, string reason) => new(
        1, at.ToString("yyyy-MM-dd'T'HHmmss'Z'", null), reason, at, 1, "0.1.0", 15, new Dictionary<string, int>(),
        new BackupEncryption("none", "plain", null, null), false, [], new Dictionary<string, long>(), new BackupObjects(0, 0, 0, []));
}
