using System.Diagnostics;
using System.Text.Json;

namespace Middeck.Cli.Tests.Commands;

/// <summary>Backups of a real platform by the real program.</summary>
public sealed class BackupCommandTests
{
    [Fact]
    public async Task A_killed_backup_leaves_nothing_and_a_whole_one_starts_the_platform_again()
    {
        await using var middeck = new MiddeckProcess();
        var backups = Directory.CreateTempSubdirectory("middeck-backups-").FullName;
        var passphrase = Path.Combine(backups, "passphrase");
        await File.WriteAllTextAsync(passphrase, "correct horse battery staple\n");
        string[] place = ["--passphrase-file", passphrase];
        Assert.Equal(0, (await middeck.UpAsync()).Code);

        using (var killed = Process.Start(middeck.StartInfo(["backup", "create", "--to", backups, .. place]))!)
        {
            await UntilAsync(() => Directory.GetDirectories(backups, ".draft-*").Length > 0 || killed.HasExited);
            killed.Kill();
            await killed.WaitForExitAsync();
        }

        var created = await middeck.RunAsync(["backup", "create", "--to", backups, .. place, "--json"]);
        Assert.True(created.Code == 0, created.Error);
        var name = JsonDocument.Parse(created.Output).RootElement.GetProperty("name").GetString();
        Assert.Empty(Directory.GetDirectories(backups, ".draft-*"));

        var drill = await middeck.RunAsync(["drill", name!, "--from", backups, .. place, "--json"]);
        Assert.True(drill.Code == 0, drill.Error);
        Assert.Contains("health: ok", drill.Error, StringComparison.Ordinal);
        Assert.True(JsonDocument.Parse(drill.Output).RootElement.GetProperty("passed").GetBoolean());

        var refused = await middeck.RunAsync(["backup", "restore", "--from", backups, .. place]);
        Assert.Equal(1, refused.Code);
        Assert.Contains("Stop it first: middeck down", refused.Error, StringComparison.Ordinal);
        Directory.Delete(backups, recursive: true);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!condition())
        {
            await timer.WaitForNextTickAsync();
        }
    }
}
