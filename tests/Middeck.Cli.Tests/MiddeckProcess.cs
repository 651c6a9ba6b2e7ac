using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Middeck.Cli.Tests;

/// <summary>The real <c>middeck</c> program with a home and a port of its own; disposing runs <c>middeck down</c>.</summary>
internal sealed class MiddeckProcess : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("middeck-cli-").FullName;
    private readonly string[] _prefix;

    /// <param name="user">A user id to run as; null for our own.</param>
    public MiddeckProcess(string? user = null)
    {
        _prefix = user is null ? [] : ["setpriv", $"--reuid={user}", $"--regid={user}", "--clear-groups", "--"];
        if (user is not null)
        {
            File.SetUnixFileMode(_folder, (UnixFileMode)0b111_111_111);
        }

        Environment = new Dictionary<string, string> { ["MIDDECK_HOME"] = Home, ["LANG"] = "C" };
        Port = FreePort();
    }

    public Dictionary<string, string> Environment { get; }

    public string Home => Path.Combine(_folder, "home");

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}";

    public Task<CommandResult> RunAsync(params string[] arguments) => CommandResult.OfAsync(Command(arguments), Environment);

    /// <summary>The program with its arguments.</summary>
    public IEnumerable<string> Command(params string[] arguments)
        => [.. _prefix, Path.Combine(AppContext.BaseDirectory, "middeck"), .. arguments];

    /// <summary>For a command that goes on while the test does.</summary>
    public ProcessStartInfo StartInfo(params string[] arguments)
        => CommandResult.StartInfo(Command(arguments), Environment);

    public Task<CommandResult> UpAsync(params string[] arguments) => RunAsync(["up", "--port", $"{Port}", .. arguments]);

    public async Task<JsonElement> StatusAsync()
    {
        var result = await RunAsync("status", "--json");
        return JsonDocument.Parse(result.Output).RootElement;
    }

    /// <summary>The process id of a service; null while it does not run.</summary>
    public async Task<int?> PidAsync(string service)
    {
        var services = (await StatusAsync()).GetProperty("services").EnumerateArray();
        var pid = services.Single(candidate => candidate.GetProperty("name").GetString() == service).GetProperty("pid");
        return pid.ValueKind == JsonValueKind.Null ? null : pid.GetInt32();
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("down");
        var pointer = Path.Combine(Home, "run", "instance");
        if (File.Exists(pointer))
        {
            Directory.Delete((await File.ReadAllTextAsync(pointer)).Trim(), recursive: true);
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
