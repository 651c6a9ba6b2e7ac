using Microsoft.Extensions.Configuration;
using Middeck.Operations.Configuration;
using Middeck.Operations.Home;
using Middeck.Operations.Supervision;

namespace Middeck.Operations.Tests;

/// <summary>A home of its own under the temporary folder; whatever a test started in it is stopped at the end.</summary>
internal sealed class TestHome : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("middeck-home-").FullName;

    public TestHome()
    {
        Home = new MiddeckHome(Path.Combine(_folder, "home"));
        Home.Create();
    }

    public MiddeckHome Home { get; }

    public Installation Installation => new(Home, TimeProvider.System);

    public IConfigurationRoot Load(
        string? yaml = null, Dictionary<string, string>? environment = null, Dictionary<string, string>? options = null)
    {
        if (yaml is not null)
        {
            File.WriteAllText(Home.ConfigurationFile, yaml);
        }

        return ConfigurationLoader.Load(Home, options ?? [], environment ?? []);
    }

    public async ValueTask DisposeAsync()
    {
        await Installation.StopAsync(CancellationToken.None);
        Directory.Delete(_folder, recursive: true);
        var system = Path.Combine("/var/lib/middeck", Home.InstanceId);
        if (Directory.Exists(system))
        {
            Directory.Delete(system, recursive: true);
        }
    }
}
