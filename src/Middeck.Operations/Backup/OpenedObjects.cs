using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Storage;
using Middeck.Storage.Objects;

namespace Middeck.Operations.Backup;

/// <summary>The object store that a configuration names, for a command that runs without the platform.</summary>
internal sealed class OpenedObjects : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public OpenedObjects(IConfiguration configuration)
    {
        _services = new ServiceCollection().AddLogging().AddSingleton(configuration).AddStorage().BuildServiceProvider();
        Store = _services.GetRequiredService<IObjectStore>();
    }

    public IObjectStore Store { get; }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
