using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Storage.Schema;
using Middeck.Testing;

namespace Middeck.Identity.Tests.Hosting;

/// <summary>A migrated database in which nobody has started the platform yet.</summary>
internal sealed class EmptyDatabase(IdentityHost host) : IAsyncDisposable
{
    private readonly PostgresFixture _postgres = new();

    public async Task<WebApplication> BuildAsync(Dictionary<string, string?> settings)
    {
        if (_postgres.ConnectionString.Length == 0)
        {
            await _postgres.InitializeAsync();
        }

        var node = host.Build(new(settings) { ["database:connection"] = _postgres.ConnectionString });
        await node.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        return node;
    }

    public async ValueTask DisposeAsync() => await _postgres.DisposeAsync();
}
