using System.Diagnostics;
using System.Globalization;

namespace Middeck.Testing;

/// <summary>
/// The cluster that tests make their databases in: the one named by <c>MIDDECK_TEST_DATABASE</c>, or a private one per test
/// process under the temporary folder, reached by its socket, without fsync, and stopped when the process ends.
/// </summary>
internal static class PostgresCluster
{
    private const string FolderPrefix = "middeck-pg-";

    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>A superuser's connection string to the database <c>postgres</c>.</summary>
    public static Task<string> ConnectionStringAsync() => Started.Value;

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("MIDDECK_TEST_DATABASE") is { Length: > 0 } given)
        {
            return given;
        }

        await StopOrphansAsync();
        var folder = Path.Combine(Path.GetTempPath(), $"{FolderPrefix}{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", "postgres", folder);
        }

        var data = Path.Combine(folder, "data");
        await RunAsPostgresAsync(
            Binary("initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => StopAsync(folder).GetAwaiter().GetResult();
        await RunAsPostgresAsync(
            Binary("pg_ctl"), "-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o",
            $"-k {folder} -c listen_addresses= -c fsync=off -c full_page_writes=off -c synchronous_commit=off "
            + "-c max_connections=300 -c autovacuum=off",
            "start");
        return $"Host={folder};Username=postgres;Database=postgres";
    }

    // A test process that was killed leaves its cluster behind; the next one clears up.
    private static async Task StopOrphansAsync()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), FolderPrefix + "*"))
        {
            var pid = int.Parse(Path.GetFileName(folder).AsSpan(FolderPrefix.Length), CultureInfo.InvariantCulture);
            if (!Directory.Exists($"/proc/{pid}"))
            {
                await StopAsync(folder);
            }
        }
    }

    private static async Task StopAsync(string folder)
    {
        var data = Path.Combine(folder, "data");
        if (File.Exists(Path.Combine(data, "postmaster.pid")))
        {
            await RunAsPostgresAsync(Binary("pg_ctl"), "-D", data, "-m", "immediate", "-w", "stop");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string Binary(string name)
        => Directory.GetDirectories("/usr/lib/postgresql")
            .OrderBy(version => int.Parse(Path.GetFileName(version), CultureInfo.InvariantCulture))
            .Select(version => Path.Combine(version, "bin", name))
            .Last(File.Exists);

    private static Task RunAsPostgresAsync(string program, params string[] arguments)
        => Environment.IsPrivilegedProcess
            ? RunAsync("runuser", ["-u", "postgres", "--", program, .. arguments])
            : RunAsync(program, arguments);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed with {process.ExitCode}: {error}{await output}");
        }
    }
}
