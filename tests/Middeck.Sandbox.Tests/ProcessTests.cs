using System.Text;
using Middeck.Core.Errors;

namespace Middeck.Sandbox.Tests;

public sealed class ProcessTests(SandboxHost host) : SandboxTest(host)
{
    private IProcessSandbox Processes => Host.Get<IProcessSandbox>();

    [Fact]
    public async Task A_program_talks_over_its_streams_until_it_is_ended()
    {
        var command = new SandboxCommand("python3", ["-c", "import os, sys\nprint(os.environ['GREETING'], os.listdir('/tmp'), flush=True)\nfor line in sys.stdin: print(line.strip().upper(), flush=True)"])
        {
            Environment = new Dictionary<string, string> { ["GREETING"] = "hello" },
        };
        await using var process = await Processes.StartAsync(command, CancellationToken.None);
        using var reader = new StreamReader(process.Output);

        Assert.Equal("hello []", await reader.ReadLineAsync());
        Assert.True(RunningProcesses.Any("for line in sys.stdin"));
        Assert.False(RunningProcesses.Any("GREETING\0hello"));
        await process.Input.WriteAsync("tea\n"u8.ToArray());
        await process.Input.FlushAsync();
        Assert.Equal("TEA", await reader.ReadLineAsync());
        Assert.False(process.HasExited);

        process.Kill();
        Assert.NotEqual(0, await process.WaitForExitAsync(CancellationToken.None));
        Assert.Null(await reader.ReadLineAsync());
    }

    [Theory]
    [InlineData(false, "lo")]
    [InlineData(true, "all")]
    public async Task The_network_is_there_only_where_it_is_allowed(bool allowed, string expected)
    {
        var command = new SandboxCommand(
            "python3", ["-c", "import socket; names = [name for _, name in socket.if_nameindex()]; print('lo' if names == ['lo'] else 'all')"])
        {
            AllowsNetwork = allowed,
        };
        await using var process = await Processes.StartAsync(command, CancellationToken.None);

        // A machine without any network looks the same from inside.
        var said = (await new StreamReader(process.Output, Encoding.UTF8).ReadToEndAsync()).Trim();
        Assert.Contains(said, (string[])[expected, System.Net.NetworkInformation.NetworkInterface.GetAllNetworkInterfaces().Length == 1 ? "lo" : expected]);
        Assert.Equal(0, await process.WaitForExitAsync(CancellationToken.None));
    }

    [Fact]
    public async Task It_reads_the_folders_that_it_is_given_and_no_others()
    {
        var folder = Directory.CreateTempSubdirectory("middeck-given-").FullName;
        try
        {
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
            await File.WriteAllTextAsync(Path.Combine(folder, "page"), "words");
            const string Code = "import os, sys\nprint(open(sys.argv[1] + '/page').read(), os.path.exists('/etc/passwd'), os.path.exists('/root'))\nopen(sys.argv[1] + '/new', 'w')";
            await using var process = await Processes.StartAsync(
                new SandboxCommand("python3", ["-c", Code, folder]) { Folders = [folder] }, CancellationToken.None);

            Assert.Equal("words False False\n", await new StreamReader(process.Output).ReadToEndAsync());
            Assert.Contains("Read-only file system", await new StreamReader(process.Errors).ReadToEndAsync(), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_program_that_takes_too_much_memory_is_ended_with_its_children()
    {
        const string Code = "import os\nfor _ in range(10):\n    if os.fork() == 0:\n        x = bytearray(60 << 20)\n        while True: os.sched_yield()\nos.wait()";
        await using var process = await Processes.StartAsync(new SandboxCommand("python3", ["-c", Code]), CancellationToken.None);

        await process.WaitForExitAsync(CancellationToken.None);
        Assert.True(process.PeakMemory > 256 << 20);
    }

    [Fact]
    public async Task One_that_is_ended_while_it_starts_leaves_nothing_behind()
    {
        var mark = $"early-{Environment.ProcessId}";
        for (var number = 0; number < 30; number++)
        {
            var process = await Processes.StartAsync(
                new SandboxCommand("python3", ["-c", "import time; time.sleep(600)", mark]), CancellationToken.None);
            await process.DisposeAsync();
        }

        await Task.Run(() => SpinWait.SpinUntil(() => !RunningProcesses.Any(mark))).WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_named()
    {
        var fault = await Assert.ThrowsAsync<FaultException>(() => Processes.StartAsync(new("no-such-thing", []), CancellationToken.None));

        Assert.Equal("There is no program 'no-such-thing' on this machine.", fault.Fault.Detail);
    }
}
