using System.Diagnostics;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Backends;

/// <summary>PostgreSQL with pgvector in a Node process, in memory, on a port of its own. The packages are those of its lock file.</summary>
public sealed class PgliteFixture : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Middeck.Knowledge.Tests", "Backends", "pglite");

    private Process? _process;

    public string ConnectionString { get; private set; } = "";

    public async Task InitializeAsync()
    {
        if (!File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
        {
            using var install = Start("npm", "ci", "--no-audit", "--no-fund");
            var output = install.StandardOutput.ReadToEndAsync();
            await install.WaitForExitAsync();
            Assert.True(install.ExitCode == 0, $"npm ci ended with {install.ExitCode}: {await output}");
        }

        _process = Start("node", "serve.mjs");
        var port = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("PGlite did not start.");
        // PGlite runs one statement after the other, and its server cannot cancel one or reset a session.
        ConnectionString = $"Host=127.0.0.1;Port={port};Username=postgres;Password=postgres;Database=postgres;"
            + "SSL Mode=Disable;Maximum Pool Size=1;No Reset On Close=true";
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }

    private static Process Start(string program, params string[] arguments)
        => Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
}
