using System.Globalization;
using Middeck.Operations.Backup;
using Middeck.Operations.Backup.Database;
using Middeck.Operations.Backup.Wal;

namespace Middeck.Operations.Tests.Backup;

public sealed class PointInTimeTests : HomeTest
{
    [Fact]
    public async Task The_private_database_goes_back_to_any_moment_since_a_backup()
    {
        // What middeck wal-archive does, as the user who runs PostgreSQL may do it here.
        var script = Path.Combine(Path.GetTempPath(), $"middeck-archive-{Test.Home.InstanceId}");
        File.WriteAllText(script, "#!/bin/sh\nmkdir -p \"$4\" && cp \"$2\" \"$4/$3\"\n");
        File.SetUnixFileMode(script, (UnixFileMode)0b111_101_101);
        WalArchive.Program = script;
        Test.Load("backup:\n  wal_archive: true\n");
        DateTimeOffset moment;
        await using (var session = await OpenAsync(create: true))
        {
            var connection = session.Address.Connection;
            await Sql.ExecuteAsync(connection, "CREATE TABLE kept (id integer); INSERT INTO kept VALUES (1)");
            await new BackupService(Test.Home, Test.Load(), TimeProvider.System)
                .CreateAsync(new BackupRequest(), BackedUpHome.Silent, CancellationToken.None);
            await Sql.ExecuteAsync(connection, "INSERT INTO kept VALUES (2)");
            moment = DateTimeOffset.Parse(
                (string)(await Sql.ScalarAsync(connection, "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"))!,
                CultureInfo.InvariantCulture);
            await Sql.ExecuteAsync(connection, "DELETE FROM kept");
            var last = (string)(await Sql.ScalarAsync(connection, "SELECT pg_walfile_name(pg_switch_wal())"))!;
            await Eventually.TrueAsync(
                () => Directory.GetFiles(Segments()).Any(file => string.CompareOrdinal(Path.GetFileName(file), last) >= 0),
                "the archive of the segment");
        }

        var restore = new PointInTimeRestore(Test.Home, BackupService.OptionsOf(Test.Load()), TimeProvider.System);
        var refusal = await Assert.ThrowsAsync<RefusedException>(() => restore.RunAsync(moment, false, CancellationToken.None));
        Assert.Equal(ExitCode.NotEmpty, refusal.Code);
        var early = await Assert.ThrowsAsync<RefusedException>(
            () => restore.RunAsync(moment.AddDays(-1), true, CancellationToken.None));
        Assert.Equal(ExitCode.BackupNotFound, early.Code);
        var late = await Assert.ThrowsAsync<RefusedException>(
            () => restore.RunAsync(moment.AddDays(1), true, CancellationToken.None));
        Assert.Equal(ExitCode.StartFailed, late.Code);

        await restore.RunAsync(moment, overwrite: true, CancellationToken.None);

        await using var restored = await OpenAsync(create: false);
        Assert.Equal(2L, await Sql.ScalarAsync(restored.Address.Connection, "SELECT count(*) FROM kept"));
        File.Delete(script);
    }

    [Fact]
    public void A_segment_is_kept_once_and_never_replaced_by_another()
    {
        var segment = Path.Combine(Test.Home.Root, "segment");
        var folder = Path.Combine(Test.Home.Root, "wal");
        File.WriteAllText(segment, "the log");

        WalSegment.Keep(segment, "000000010000000000000001", folder);
        WalSegment.Keep(segment, "000000010000000000000001", folder);
        File.WriteAllText(segment, "another log");
        Assert.Throws<RefusedException>(() => WalSegment.Keep(segment, "000000010000000000000001", folder));

        Assert.Equal("the log", File.ReadAllText(Path.Combine(folder, "000000010000000000000001")));
        Assert.Single(Directory.GetFiles(folder));
    }

    private string Segments() => WalArchive.Of(Test.Home, new BackupOptions { WalArchive = true })!.Segments;

    private Task<DatabaseSession> OpenAsync(bool create)
        => DatabaseSession.OpenPrivateAsync(Test.Home, create, TimeProvider.System, CancellationToken.None);
}
