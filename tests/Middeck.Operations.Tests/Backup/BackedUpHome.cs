using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Middeck.Operations.Backup;
using Middeck.Testing;
using Npgsql;

namespace Middeck.Operations.Tests.Backup;

/// <summary>A home with rows, two uploaded files, a configuration and a master key, and a folder for its backups.</summary>
internal sealed class BackedUpHome : IAsyncDisposable
{
    public static readonly Guid Workspace = Guid.Parse("01900000-0000-7000-8000-00000000000a");

    private readonly PostgresFixture _database = new();
    private readonly TestHome _test = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("middeck-backups-").FullName;

    public Middeck.Operations.Home.MiddeckHome Home => _test.Home;

    public BackupService Service { get; private set; } = null!;

    public BackupRequest Request { get; set; } = new();

    public static IProgress<BackupProgress> Silent { get; } = new Watched(_ => { });

    public static async Task<BackedUpHome> MakeAsync(TimeProvider? clock = null, bool empty = false)
    {
        var made = new BackedUpHome();
        await made._database.InitializeAsync();
        made.Request = new BackupRequest { Address = made.Folder };
        if (!empty)
        {
            await made.FillAsync();
        }

        made.Service = new BackupService(made.Home, made.Load(), clock ?? TimeProvider.System);
        return made;
    }

    public Microsoft.Extensions.Configuration.IConfigurationRoot Load() => _test.Load(
        environment: new Dictionary<string, string> { ["DATABASE_URL"] = _database.ConnectionString });

    /// <summary>Puts a backup of another home into this one.</summary>
    public Task RestoreAsync(BackedUpHome from, bool overwrite = false, string name = "latest")
        => new RestoreService(Home, Load, TimeProvider.System).RunAsync(
            Home, new BackupOptions(), new RestoreRequest(name, from.Request, overwrite), Silent, CancellationToken.None);

    /// <summary>How psql reaches the database.</summary>
    public string PsqlArguments
    {
        get
        {
            var settings = new NpgsqlConnectionStringBuilder(_database.ConnectionString);
            return $"-h {settings.Host} -p {settings.Port} -U {settings.Username} -d {settings.Database}";
        }
    }

    public Task<object?> AskAsync(string sql) => Sql.ScalarAsync(_database.ConnectionString, sql);

    public async Task<string> UploadAsync(string text)
    {
        await using var objects = new OpenedObjects(Load());
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (await objects.Store.PutAsync(Workspace, content, 1_000_000, CancellationToken.None)).Key;
    }

    /// <summary>The texts of all uploaded files.</summary>
    public async Task<IReadOnlyList<string>> UploadsAsync()
    {
        await using var objects = new OpenedObjects(Load());
        var texts = new List<string>();
        await foreach (var stored in objects.Store.ListAsync(CancellationToken.None))
        {
            await using var stream = await objects.Store.OpenAsync(stored.Key, CancellationToken.None);
            using var reader = new StreamReader(stream!);
            texts.Add(await reader.ReadToEndAsync());
        }

        return [.. texts.Order(StringComparer.Ordinal)];
    }

    public string Write(string name, string content)
    {
        var path = Path.Combine(Folder, "..", $"{Path.GetFileName(Folder)}-{name}");
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>A new key pair of age: the public key and the file of the private one.</summary>
    public async Task<(string Recipient, string IdentityFile)> AgeKeyAsync()
    {
        using var process = Process.Start(new ProcessStartInfo("age-keygen") { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        return (text.Split('\n').First(line => line.StartsWith("# public key: ", StringComparison.Ordinal))[14..], Write("identity", text));
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _database.DisposeAsync();
        await _test.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), $"{Path.GetFileName(Folder)}-*"))
        {
            File.Delete(file);
        }
    }

    private async Task FillAsync()
    {
        await AskAsync("""
            CREATE SCHEMA storage; CREATE SCHEMA studio;
            CREATE TABLE storage.migration (room text, number integer); INSERT INTO storage.migration VALUES ('studio', 7);
            CREATE TABLE studio.app (id integer PRIMARY KEY, name text);
            INSERT INTO studio.app SELECT n, '应用 ' || n FROM generate_series(1, 1000) n;
            """);
        await UploadAsync("the first file");
        await UploadAsync("第二个文件");
        File.WriteAllText(Home.ConfigurationFile, "backup:\n  compression: 5\n");
        await File.WriteAllBytesAsync(Path.Combine(Home.Keys, "master"), RandomNumberGenerator.GetBytes(32));
    }

    /// <summary>Calls at once: Progress&lt;T&gt; would call at some time on some thread.</summary>
    internal sealed class Watched(Action<BackupProgress> watch) : IProgress<BackupProgress>
    {
        public void Report(BackupProgress value) => watch(value);
    }
}
