using Middeck.Operations.Backup;
using Middeck.Testing;

namespace Middeck.Operations.Tests.Backup;

public sealed class BackupAndRestoreTests
{
    [Theory]
    [InlineData("none")]
    [InlineData("passphrase")]
    [InlineData("age")]
    public async Task What_was_lost_comes_back(string encryption)
    {
        await using var home = await BackedUpHome.MakeAsync();
        await EncryptAsync(home, encryption);
        var first = await CreateAsync(home);
        await home.UploadAsync("a third file");
        var second = await CreateAsync(home);
        Assert.Equal((2, 1), (first.Objects.Copied, second.Objects.Copied));
        Assert.Equal((1000, 7), (second.Rows["studio.app"], second.Schema["studio"]));
        home.Request = home.Request with { Recipient = null };
        Assert.True((await home.Service.VerifyAsync("latest", home.Request, BackedUpHome.Silent, CancellationToken.None)).Opened);

        await using var other = await BackedUpHome.MakeAsync(empty: true);
        await other.RestoreAsync(home);

        Assert.Equal("应用 1000", await other.AskAsync("SELECT name FROM studio.app WHERE id = 1000"));
        Assert.Equal(await home.UploadsAsync(), await other.UploadsAsync());
        Assert.Equal(File.ReadAllText(home.Home.ConfigurationFile), File.ReadAllText(other.Home.ConfigurationFile));
        var key = Path.Combine(other.Home.Keys, "master");
        Assert.Equal(encryption != "none", File.Exists(key));
        Assert.Equal(encryption != "none", first.IncludesKeys);
        Assert.True(encryption == "none" || File.GetUnixFileMode(key) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Theory]
    [InlineData("passphrase")]
    [InlineData("age")]
    public async Task Another_key_opens_nothing_and_changes_nothing(string encryption)
    {
        await using var home = await BackedUpHome.MakeAsync();
        await EncryptAsync(home, encryption);
        await CreateAsync(home);
        var (_, otherIdentity) = await home.AgeKeyAsync();
        home.Request = home.Request with
        {
            PassphraseFile = encryption == "age" ? null : home.Write("wrong", "another passphrase"),
            Recipient = null,
            IdentityFile = otherIdentity,
        };

        await using var other = await BackedUpHome.MakeAsync(empty: true);
        var refusal = await Assert.ThrowsAsync<RefusedException>(() => other.RestoreAsync(home));

        Assert.Equal(ExitCode.BackupKey, refusal.Code);
        Assert.False(File.Exists(other.Home.ConfigurationFile));
        Assert.Null(await other.AskAsync("SELECT to_regclass('studio.app')::text") as string);
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_by_the_name_of_the_part()
    {
        (string Part, string Damage, string Sentence)[] cases =
        [
            ("database.dump", "cut", "database.dump is cut off"),
            ("database.dump", "alter", "database.dump was altered"),
            ("database.dump", "remove", "database.dump is missing"),
            ("manifest.json", "alter", "manifest.json was altered"),
            ("manifest.json", "remove", "manifest.json is missing"),
            ("SHA256SUMS", "remove", "SHA256SUMS is missing"),
            ("objects.jsonl", "cut", "objects.jsonl is cut off"),
            ("pool", "alter", "was altered"),
            ("pool", "remove", "is missing"),
        ];
        await using var home = await BackedUpHome.MakeAsync();
        var name = (await CreateAsync(home)).Name;
        var pooled = Directory.GetFiles(Path.Combine(home.Folder, "pool"), "*", SearchOption.AllDirectories)[0];
        await using var other = await BackedUpHome.MakeAsync(empty: true);
        foreach (var (part, damage, sentence) in cases)
        {
            var path = part == "pool" ? pooled : Path.Combine(home.Folder, name, part);
            var whole = File.ReadAllBytes(path);
            Damage(path, damage);

            var verified = await Assert.ThrowsAsync<RefusedException>(
                () => home.Service.VerifyAsync(name, home.Request, BackedUpHome.Silent, CancellationToken.None));
            var restored = await Assert.ThrowsAsync<RefusedException>(() => other.RestoreAsync(home));

            Assert.Equal((ExitCode.BackupDamaged, ExitCode.BackupDamaged), (verified.Code, restored.Code));
            Assert.Contains(sentence, verified.Message, StringComparison.Ordinal);
            File.WriteAllBytes(path, whole);
        }

        Assert.False(File.Exists(other.Home.ConfigurationFile));
        Assert.Null(await other.AskAsync("SELECT to_regclass('studio.app')::text") as string);
        await other.RestoreAsync(home);
    }

    [Fact]
    public async Task What_is_there_goes_only_when_it_may_and_then_goes_wholly()
    {
        await using var home = await BackedUpHome.MakeAsync();
        await CreateAsync(home);
        await using var other = await BackedUpHome.MakeAsync();
        await other.AskAsync("UPDATE studio.app SET name = 'kept'; CREATE SCHEMA newer; CREATE TABLE newer.thing (id integer)");
        File.WriteAllText(other.Home.ConfigurationFile, "backup:\n  compression: 9\n");

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => other.RestoreAsync(home));
        Assert.Equal(ExitCode.NotEmpty, refusal.Code);
        Assert.Equal("kept", await other.AskAsync("SELECT name FROM studio.app LIMIT 1"));

        await other.RestoreAsync(home, overwrite: true);

        Assert.Equal("应用 1", await other.AskAsync("SELECT name FROM studio.app WHERE id = 1"));
        Assert.Null(await other.AskAsync("SELECT to_regclass('newer.thing')::text") as string);
        Assert.Contains("compression: 5", File.ReadAllText(other.Home.ConfigurationFile), StringComparison.Ordinal);
        Assert.Contains("compression: 9", File.ReadAllText($"{other.Home.ConfigurationFile}.before-restore"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_that_ends_early_changes_neither_rows_nor_configuration()
    {
        await using var home = await BackedUpHome.MakeAsync();
        await CreateAsync(home);
        await using var other = await BackedUpHome.MakeAsync();
        await other.AskAsync("UPDATE studio.app SET name = 'kept'");
        File.WriteAllText(other.Home.ConfigurationFile, "backup:\n  compression: 9\n");
        using var stop = new CancellationTokenSource();
        var restore = new RestoreService(other.Home, other.Load, TimeProvider.System);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => restore.RunAsync(
            other.Home,
            new BackupOptions(),
            new RestoreRequest("latest", home.Request, Overwrite: true),
            new BackedUpHome.Watched(progress =>
            {
                if (progress.Step == BackupStep.Database)
                {
                    stop.Cancel();
                }
            }),
            stop.Token));

        Assert.Equal("kept", await other.AskAsync("SELECT name FROM studio.app WHERE id = 1"));
        Assert.Contains("compression: 9", File.ReadAllText(other.Home.ConfigurationFile), StringComparison.Ordinal);
        Assert.False(File.Exists(other.Home.RunFile("restore.json")));
    }

    [Fact]
    public async Task A_bucket_keeps_backups_as_a_folder_does()
    {
        await using var server = new S3Server("backups");
        await server.StartAsync();
        await using var home = await BackedUpHome.MakeAsync();
        File.WriteAllText(home.Home.ConfigurationFile, $"""
            backup:
              to: s3://backups/home
              s3: {"{"} endpoint: "{server.Address}", access_key: a, secret_key: b {"}"}

            """);
        var service = new BackupService(home.Home, home.Load(), TimeProvider.System);
        home.Request = new BackupRequest();
        var first = await service.CreateAsync(home.Request, BackedUpHome.Silent, CancellationToken.None);
        var second = await service.CreateAsync(home.Request, BackedUpHome.Silent, CancellationToken.None);

        Assert.Equal([second.Name, first.Name], (await service.ListAsync(home.Request, CancellationToken.None)).Whole.Select(one => one.Name));
        Assert.Equal(0, second.Objects.Copied);
        await using var other = await BackedUpHome.MakeAsync(empty: true);
        await new RestoreService(other.Home, other.Load, TimeProvider.System).RunAsync(
            home.Home, BackupService.OptionsOf(home.Load()), new RestoreRequest("latest", home.Request, false),
            BackedUpHome.Silent, CancellationToken.None);
        Assert.Equal(1000L, await other.AskAsync("SELECT count(*) FROM studio.app"));

        await service.DeleteAsync(first.Name, home.Request, CancellationToken.None);
        await service.DeleteAsync(second.Name, home.Request, CancellationToken.None);
        Assert.Empty(server.Objects);
    }

    private static Task<Middeck.Operations.Backup.Manifests.BackupManifest> CreateAsync(BackedUpHome home)
        => home.Service.CreateAsync(home.Request, BackedUpHome.Silent, CancellationToken.None);

    private static async Task EncryptAsync(BackedUpHome home, string encryption)
    {
        if (encryption == "passphrase")
        {
            home.Request = home.Request with { PassphraseFile = home.Write("passphrase", "correct horse battery staple\n") };
        }
        else if (encryption == "age")
        {
            var (recipient, identity) = await home.AgeKeyAsync();
            home.Request = home.Request with { Recipient = recipient, IdentityFile = identity };
        }
    }

    private static void Damage(string path, string damage)
    {
        var bytes = File.ReadAllBytes(path);
        switch (damage)
        {
            case "remove":
                File.Delete(path);
                break;
            case "cut":
                File.WriteAllBytes(path, bytes[..^10]);
                break;
            default:
                bytes[^3] ^= 1;
                File.WriteAllBytes(path, bytes);
                break;
        }
    }
}
