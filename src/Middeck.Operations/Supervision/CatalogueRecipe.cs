using System.Security.Cryptography;
using System.Text;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Home;
using Middeck.Operations.Ports;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Supervision;

/// <summary>A process of the catalogue.</summary>
internal sealed class CatalogueRecipe(MiddeckHome home, ServiceEntry entry, int platformPort) : IServiceRecipe
{
    private readonly ServiceLimiter _limiter = new(home, entry.Name, entry.Limits, LimitTools.OfMachine);

    public string Name => entry.Name;

    public Signal StopSignal => Signal.Terminate;

    public Signal LastResort => Signal.Kill;

    public TimeSpan StopPatience => entry.StopTimeout;

    public ServiceHealth? Health => entry.Health;

    public bool HealthDecides => entry.Health is not null;

    public ServiceRestart Restart => entry.Restart;

    public ServiceLimits Limits => _limiter.IsWatched ? entry.Limits : entry.Limits with { MemoryBytes = null };

    public string? LimitsBy => _limiter.By;

    public bool StopsFamily => true;

    public string? Fingerprint { get; } = ServiceFingerprint.Of(entry);

    public ProcessIdentity? FindRunning() => null;

    public Task<ProcessCommand> PrepareAsync(CancellationToken cancellationToken)
    {
        ServicePortCheck.Require(entry);
        foreach (var file in entry.SecretFiles.Where(file => !File.Exists(file)))
        {
            PrivateFile.Write(file, Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(32, lowercase: true)));
        }

        foreach (var (path, content) in entry.Files.Where(file => !File.Exists(file.Key)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            PrivateFile.Write(path, Encoding.UTF8.GetBytes(Fill(content)));
        }

        var data = Placeholders.DataFolder(home, entry.Name);
        if (entry.Command.Concat(entry.Environment.Values).Append(entry.Folder).Any(text => text?.Contains(data, StringComparison.Ordinal) == true))
        {
            Directory.CreateDirectory(data);
        }

        return Task.FromResult(new ProcessCommand(_limiter.Wrap([.. entry.Command.Select(Fill)]))
        {
            Environment = Environment(),
            WorkingFolder = entry.Folder ?? home.Root,
        });
    }

    public bool IsReady(ProcessIdentity process) => true;

    public bool IsFinal(int exitCode) => false;

    public void Ended() => _limiter.Release();

    // Ours are for our own processes: the runtime's settings, and secrets that the operator gave the platform.
    private Dictionary<string, string?> Environment()
    {
        var environment = PlatformEnvironment.WithoutOurs(home);
        foreach (var (name, value) in entry.Environment)
        {
            environment[name] = Fill(value);
        }

        return environment;
    }

    private string Fill(string text) => PlatformPorts.Fill(text, home, platformPort);
}
