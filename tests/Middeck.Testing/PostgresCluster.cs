using System.Diagnostics;
using System.Globalization;

namespace Middeck.Testing;

/// <summary>
/// The cluster that tests make their databases in: the one named by <c>MIDDECK_TEST_DATABASE</c>, or a private one per test
/// process under the temporary folder, reached by its socket, without fsync, and removed when the process ends in any way.
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

        var folder = Path.Combine(Path.GetTempPath(), $"{FolderPrefix}{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", "postgres", folder);
        }

        var data = Path.Combine(folder, "data");
        await RunAsPostgresAsync(
            Binary("initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N");
        RemoveAfterwards(folder, data);
        await RunAsPostgresAsync(
            Binary("pg_ctl"), "-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o",
            $"-k {folder} -c listen_addresses= -c fsync=off -c full_page_writes=off -c synchronous_commit=off "
            + "-c max_connections=300 -c autovacuum=off",
            "start");
        return $"Host={folder};Username=postgres;Database=postgres";
    }

    // A shell outside of this process waits for its end, so that a test run that is killed leaves no cluster behind either.
    private static void RemoveAfterwards(string folder, string data)
    {
        const string Script = """
            exec </dev/null >/dev/null 2>&1
            tail --pid="$1" -f /dev/null
            if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$2" -D "$3" -m immediate stop; else "$2" -D "$3" -m immediate stop; fi
            rm -rf "$4"
            """;
        using var watcher = Process.Start(new ProcessStartInfo(
            "setsid",
            ["sh", "-c", Script, "sh", $"{Environment.ProcessId}", Binary("pg_ctl"), data, folder])
        {
            WorkingDirectory = "/",
        });
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
