using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Middeck.Server.Schema;

/// <summary>Writes the OpenAPI document without a database, a home or a port.</summary>
public static class OpenApiWriter
{
    /// <summary>The document as indented JSON with a final line feed.</summary>
    public static async Task<string> WriteAsync(CancellationToken cancellationToken)
    {
        // The services are made and never used; a host without a name is refused at that already.
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("database:connection", "Host=nowhere"), new("objects:path", "/nowhere")])
            .Build();
        await using var app = MiddeckServer.Build(configuration, services =>
        {
            services.RemoveAll<IHostedService>();
            services.RemoveAll<IStartupValidator>();
            services.AddSingleton<IServer, SilentServer>();
        });
        await app.StartAsync(cancellationToken);
        return (await OpenApiDocumentModule.WriteAsync(app.Services, cancellationToken)).ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>Makes the host build its endpoints and listens nowhere.</summary>
    private sealed class SilentServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull
            => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            // Nothing was opened.
        }
    }
}
