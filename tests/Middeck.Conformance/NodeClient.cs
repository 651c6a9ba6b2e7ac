using System.Diagnostics;
using System.Text.Json;
using Middeck.Testing;

namespace Middeck.Conformance;

/// <summary>Runs a client script of <c>clients/</c> with Node; the packages are installed at the versions of its lock file.</summary>
internal static class NodeClient
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Middeck.Conformance", "clients");
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    public static async Task<JsonElement> RunAsync(string script, params string[] arguments)
    {
        await Installed.Value;
        var output = await StartAsync("node", [script, .. arguments]);
        using var document = JsonDocument.Parse(output);
        return document.RootElement.Clone();
    }

    private static async Task InstallAsync()
    {
        if (!File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
        {
            await StartAsync("npm", ["ci", "--no-audit", "--no-fund"]);
        }
    }

    private static async Task<string> StartAsync(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var error = process.StandardError.ReadToEndAsync(timeout.Token);
        var output = await process.StandardOutput.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await error}");
    }
}
