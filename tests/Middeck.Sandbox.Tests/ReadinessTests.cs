using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Sandbox.Isolation;

namespace Middeck.Sandbox.Tests;

public sealed class ReadinessTests : IDisposable
{
    private static readonly JsonElement _nothing = JsonSerializer.SerializeToElement(new { });

    private readonly string _folder = Directory.CreateTempSubdirectory("middeck-programs-").FullName;

    public ReadinessTests()
        => File.SetUnixFileMode(
            _folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_says_what_holds_the_limits()
    {
        await using var host = new Started(new SandboxHost());

        var status = await host.Value.Get<ISandboxStatus>().CheckAsync(CancellationToken.None);

        Assert.True(status.IsReady);
        Assert.StartsWith("Code runs under bubblewrap; ", status.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_bubblewrap_nothing_runs()
    {
        Link("prlimit", "setpriv", "python3");
        await using var host = new Started(new SandboxHost(null, new SandboxPrograms([_folder])));

        var outcome = await host.Value.Code.RunAsync(new(CodeLanguage.Python, "def main(): return 1", _nothing), CancellationToken.None);

        const string Sentence = "Code runs in a sandbox only, and bubblewrap is not installed. Install it: apt install bubblewrap";
        Assert.Equal(new CodeError(CodeErrorKind.Unavailable, Sentence), outcome.Error);
        var fault = await Assert.ThrowsAsync<FaultException>(
            () => host.Value.Get<IProcessSandbox>().StartAsync(new("python3", []), CancellationToken.None));
        Assert.Equal(("sandbox.unavailable", Sentence), (fault.Fault.Code, fault.Fault.Detail));
    }

    [Fact]
    public async Task Where_the_system_forbids_it_nothing_runs()
    {
        Link("prlimit", "setpriv", "python3");
        var forbidden = Path.Combine(_folder, "bwrap");
        await File.WriteAllTextAsync(forbidden, "#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n");
        File.SetUnixFileMode(forbidden, File.GetUnixFileMode(_folder));
        await using var host = new Started(new SandboxHost(null, new SandboxPrograms([_folder])));

        var outcome = await host.Value.Code.RunAsync(new(CodeLanguage.Python, "def main(): return 1", _nothing), CancellationToken.None);

        Assert.Equal(CodeErrorKind.Unavailable, outcome.Error!.Kind);
        Assert.StartsWith(
            "Code runs in a sandbox only, and bubblewrap cannot make one here (bwrap: No permissions to create new namespace). Allow user namespaces",
            outcome.Error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_interpreter_is_named()
    {
        Link("bwrap", "prlimit", "setpriv", "python3");
        await using var host = new Started(new SandboxHost(null, new SandboxPrograms([_folder])));

        var outcome = await host.Value.Code.RunAsync(new(CodeLanguage.JavaScript, "function main() {}", _nothing), CancellationToken.None);

        Assert.Equal(new CodeError(CodeErrorKind.Unavailable, "Node.js is not installed. Install it: apt install nodejs"), outcome.Error);
    }

    private void Link(params string[] names)
    {
        foreach (var name in names)
        {
            File.CreateSymbolicLink(Path.Combine(_folder, name), new SandboxPrograms().Find(name)!);
        }
    }

    private sealed class Started(SandboxHost host) : IAsyncDisposable
    {
        public SandboxHost Value => host;

        public async ValueTask DisposeAsync() => await host.DisposeAsync();
    }
}
