using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Middeck.Sandbox.Tests;

public sealed class HostileTests(SandboxHost host) : SandboxTest(host)
{
    private static readonly SandboxLimits _short = new() { Time = TimeSpan.FromSeconds(1) };

    [Fact]
    public async Task Nothing_of_the_machine_can_be_seen()
    {
        var folder = Directory.CreateTempSubdirectory("middeck-secret-").FullName;
        var secret = Path.Combine(folder, "key");
        await File.WriteAllTextAsync(secret, "secret");
        Environment.SetEnvironmentVariable("MIDDECK_SECRET_OF_TESTS", "secret");
        try
        {
            var outcome = await PythonAsync(
                """
                import os, socket
                def main(secret, pid):
                    def tried(work):
                        try:
                            return str(work())
                        except OSError as error:
                            return type(error).__name__
                    os.symlink(secret, '/tmp/link')
                    os.symlink('/etc/shadow', '/tmp/shadow')
                    return {
                        'processes': sorted(int(name) for name in os.listdir('/proc') if name.isdigit()),
                        'root': sorted(os.listdir('/')),
                        'tmp': sorted(os.listdir('/tmp')),
                        'etc': [name for name in os.listdir('/etc') if name not in ('alternatives', 'ld.so.cache', 'localtime')],
                        'environment': sorted(os.environ),
                        'environment of 1': 'MIDDECK' in open('/proc/1/environ').read(),
                        'files': sorted(set(os.readlink('/proc/self/fd/' + name).split(':')[0] for name in os.listdir('/proc/self/fd') if os.path.exists('/proc/self/fd/' + name))),
                        'ids': [os.getuid(), os.getgid(), os.getgroups(), socket.gethostname()],
                        'read': [tried(lambda path=path: open(path).read()) for path in
                            (secret, '/tmp/link', '/tmp/shadow', '/etc/shadow', '/etc/passwd', f'/proc/{pid}/environ', '/proc/1/mem', '/proc/kcore', '/root/.bashrc')],
                        'list': [tried(lambda path=path: os.listdir(path)) for path in ('/home', '/root', '/run', '/var', '/sys', f'/proc/{pid}')],
                        'write': [tried(lambda path=path: open(path, 'w')) for path in
                            ('/x', '/usr/lib/x', '/etc/x', '/dev/x', '/proc/sys/kernel/hostname', '/proc/sysrq-trigger')],
                        'signal': [tried(lambda: os.kill(pid, 9))],
                    }
                """,
                new { secret, pid = Environment.ProcessId });

            Assert.Null(outcome.Error);
            var seen = outcome.Result!.Value;
            string Of(string name) => seen.GetProperty(name).GetRawText();
            Assert.Equal("[1,2]", Of("processes"));
            Assert.Equal(["dev", "etc", "proc", "tmp", "usr"], Texts(seen.GetProperty("root")).Where(name => !name.StartsWith("lib", StringComparison.Ordinal)));
            Assert.Equal("[\"link\",\"shadow\"]", Of("tmp"));
            Assert.Equal("[]", Of("etc"));
            Assert.Equal(["HOME", "LANG", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "PATH", "PWD", "TMPDIR", "USER"], Texts(seen.GetProperty("environment")));
            Assert.Equal("false", Of("environment of 1"));
            Assert.Equal(["/dev/null", "pipe"], Texts(seen.GetProperty("files")));
            if (Environment.IsPrivilegedProcess)
            {
                Assert.Equal("[65534,65534,[],\"sandbox\"]", Of("ids"));
            }

            Assert.All(
                ((string[])["read", "list", "write", "signal"]).SelectMany(name => Texts(seen.GetProperty(name))),
                what => Assert.Contains(what, (string[])["FileNotFoundError", "PermissionError", "ProcessLookupError", "OSError"]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            Environment.SetEnvironmentVariable("MIDDECK_SECRET_OF_TESTS", null);
        }
    }

    [Fact]
    public async Task There_is_no_network_and_no_socket_of_the_machine()
    {
        using var listener = new TcpListener(IPAddress.Any, 0);
        listener.Start();
        var path = Path.Combine(Path.GetTempPath(), $"middeck-{Environment.ProcessId}.socket");
        File.Delete(path);
        using var local = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        local.Bind(new UnixDomainSocketEndPoint(path));
        local.Listen();
        using var abstractSocket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        abstractSocket.Bind(new UnixDomainSocketEndPoint($"\0middeck-{Environment.ProcessId}"));
        abstractSocket.Listen();
        var own = Dns.GetHostAddresses(Dns.GetHostName(), AddressFamily.InterNetwork).FirstOrDefault(IPAddress.Loopback);

        var outcome = await PythonAsync(
            """
            import socket
            def main(port, path, name, own):
                def tried(family, address):
                    try:
                        with socket.socket(family, socket.SOCK_STREAM) as one:
                            one.settimeout(1)
                            one.connect(address)
                            return 'connected'
                    except OSError as error:
                        return type(error).__name__
                def resolved():
                    try:
                        return socket.getaddrinfo('example.com', 80)
                    except OSError as error:
                        return type(error).__name__
                return [tried(socket.AF_INET, ('127.0.0.1', port)), tried(socket.AF_INET, (own, port)), tried(socket.AF_INET, ('1.1.1.1', 53)),
                    tried(socket.AF_UNIX, path), tried(socket.AF_UNIX, '\0' + name), tried(socket.AF_UNIX, '/run/docker.sock'),
                    tried(socket.AF_VSOCK, (2, 22)), resolved()]
            """,
            new { port = ((IPEndPoint)listener.LocalEndpoint).Port, path, name = $"middeck-{Environment.ProcessId}", own = own.ToString() });

        File.Delete(path);
        Assert.Equal(8, outcome.Result!.Value.GetArrayLength());
        Assert.All(Texts(outcome.Result.Value), what => Assert.EndsWith("rror", what, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Calls_that_look_into_others_or_hide_memory_are_refused()
    {
        var outcome = await PythonAsync(
            """
            import ctypes, errno, mmap, os
            libc = ctypes.CDLL(None, use_errno=True)
            CLONE = 56 if os.uname().machine == 'x86_64' else 220
            def main():
                def refused(name, *arguments):
                    ctypes.set_errno(0)
                    return None if getattr(libc, name)(*arguments) == -1 and ctypes.get_errno() == errno.EPERM else name
                def shared():
                    try:
                        mmap.mmap(-1, 4096)
                        return 'mmap'
                    except PermissionError:
                        return None
                found = [
                    refused('ptrace', 0, 0, 0, 0), refused('mount', b'none', b'/tmp', b'tmpfs', 0, None), refused('umount2', b'/proc', 2),
                    refused('unshare', 0x10000000), refused('setns', 0, 0), refused('chroot', b'/tmp'), refused('memfd_create', b'x', 0),
                    refused('prctl', 4, 0, 0, 0, 0), refused('shmget', 0, 4096, 0o1600), refused('personality', 0x40000),
                    refused('syscall', CLONE, 0x10000000 | 17, 0, 0, 0, 0), shared()]
                return [name for name in found if name]
            """);

        Assert.Equal("[]", ResultOf(outcome));
    }

    [Fact]
    public async Task A_run_that_does_not_end_is_stopped()
    {
        var python = await PythonAsync("def main():\n    while True: pass", limits: _short);
        Assert.Equal((CodeErrorKind.Timeout, "The code ran longer than 1 seconds and was stopped."), (python.Error!.Kind, python.Error.Message));
        Assert.Equal(CodeErrorKind.Timeout, (await JavaScriptAsync("function main() { for (;;); }", limits: _short)).Error!.Kind);

        var cpu = await PythonAsync("def main():\n    while True: pass", limits: new() { CpuTime = TimeSpan.FromSeconds(1) });
        Assert.Equal("The code took more than 1 seconds of processor time and was stopped.", cpu.Error!.Message);
        await AssertNextRunWorksAsync();
    }

    [Theory]
    [InlineData(CodeLanguage.Python, "def main():\n    x = []\n    while True: x.append(bytearray(1 << 20))")]
    [InlineData(CodeLanguage.Python, "def main(): return bytearray(1 << 40)")]
    [InlineData(CodeLanguage.Python, "import os, time\ndef main():\n    for _ in range(12):\n        if os.fork() == 0:\n            x = bytearray(60 << 20)\n            time.sleep(60)\n    time.sleep(60)")]
    [InlineData(CodeLanguage.JavaScript, "function main() { const x = []; for (;;) x.push(new Array(1e5).fill(Math.random())); }")]
    [InlineData(CodeLanguage.JavaScript, "function main() { const x = []; for (;;) x.push(Buffer.alloc(1 << 20, 1)); }")]
    public async Task A_run_that_takes_too_much_memory_is_stopped(CodeLanguage language, string code)
    {
        var outcome = await RunAsync(language, code);

        Assert.Equal((CodeErrorKind.Memory, "The code took more than 256 MB of memory and was stopped."), (outcome.Error!.Kind, outcome.Error.Message));
        // A watcher looks from time to time: what is taken between two looks is over the limit, but not without bounds.
        Assert.InRange(outcome.PeakMemory, 0, 1 << 30);
        await AssertNextRunWorksAsync();
    }

    [Fact]
    public async Task The_space_for_files_is_limited_and_so_is_their_number()
    {
        var many = await PythonAsync(
            "def main():\n    n = 0\n    while True:\n        open(f'/tmp/{n}', 'w').close()\n        n += 1", limits: new() { MemoryBytes = 64 << 20 });
        Assert.Equal(CodeErrorKind.Memory, many.Error!.Kind);


        var outcome = await PythonAsync(
            """
            import os
            def main():
                written = 0
                try:
                    for number in range(100):
                        with open(f'/tmp/{number}', 'wb') as file:
                            for _ in range(16):
                                written += file.write(bytes(1 << 20))
                except OSError as error:
                    return [written >> 20, error.strerror]
            """);

        Assert.InRange(outcome.Result!.Value[0].GetInt32(), 60, 64);
        Assert.Equal("No space left on device", outcome.Result.Value[1].GetString());
    }

    [Fact]
    public async Task A_fork_bomb_stays_small()
    {
        var outcome = await PythonAsync(
            "import os\ndef main():\n    made = 0\n    try:\n        while True:\n            if os.fork() == 0:\n                import time\n                time.sleep(60)\n            made += 1\n    except OSError as error:\n        return [made, error.strerror]");
        Assert.InRange(outcome.Result!.Value[0].GetInt32(), 8, 32);
        Assert.Equal("Resource temporarily unavailable", outcome.Result.Value[1].GetString());

        Assert.Equal(CodeErrorKind.Timeout, (await PythonAsync("import os\ndef main():\n    while True:\n        try: os.fork()\n        except OSError: pass", limits: _short)).Error!.Kind);
        await AssertNextRunWorksAsync();
    }

    [Fact]
    public async Task Processes_that_hide_from_their_parents_die_with_the_run()
    {
        var mark = $"hidden-{Environment.ProcessId}-{Stopwatch.GetTimestamp()}";
        var outcome = await PythonAsync(
            """
            import os, sys, time, signal
            def main(mark):
                for number in range(3):
                    if os.fork() == 0:
                        os.setsid()
                        if os.fork() == 0:
                            for name in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
                                signal.signal(name, signal.SIG_IGN)
                            os.execv(sys.executable, [mark, '-c', 'import time; open("/tmp/" + str(__import__("os").getpid()), "w").close(); time.sleep(600)'])
                        os._exit(0)
                while len(os.listdir('/tmp')) < 3:
                    time.sleep(0.01)
                return len(os.listdir('/tmp'))
            """,
            new { mark });

        Assert.Equal("3", ResultOf(outcome));
        Assert.False(RunningProcesses.Any(mark));
    }

    [Fact]
    public async Task Much_output_is_cut_and_harms_nobody()
    {
        var outcome = await PythonAsync("import sys\ndef main():\n    for _ in range(2000):\n        sys.stdout.write('x' * 10000)\n        sys.stderr.write('y' * 10000)\n    return 1");
        Assert.Equal("1", ResultOf(outcome));
        Assert.Equal((1 << 20, 1 << 20, true), (outcome.Stdout.Length, outcome.Stderr.Length, outcome.IsOutputCut));

        var flood = await PythonAsync(
            "import os\ndef main():\n    while True:\n        for d in range(3, 4096):\n            try: os.write(d, b'x' * 60000)\n            except OSError: pass");
        Assert.Equal(CodeErrorKind.Output, flood.Error!.Kind);
        await AssertNextRunWorksAsync();
    }

    [Fact]
    public async Task A_program_that_kills_all_it_can_kills_only_itself()
    {
        Assert.Equal(CodeErrorKind.Exited, (await PythonAsync("import os\ndef main():\n    try: os.kill(-1, 9)\n    finally: os.kill(os.getpid(), 9)")).Error!.Kind);
        Assert.Equal(CodeErrorKind.Exited, (await PythonAsync("import ctypes\ndef main(): ctypes.string_at(0)")).Error!.Kind);
        await AssertNextRunWorksAsync();
    }

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(item => item.GetString()!);

}
