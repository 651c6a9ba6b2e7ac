using System.Globalization;
using Middeck.Testing.Hosting;

namespace Middeck.Server.Tests.Hostile;

/// <summary>A platform whose upload limit is soon reached.</summary>
public sealed class SmallUploadsHost : IAsyncLifetime
{
    /// <summary>The limit of one file.</summary>
    public const long MaxUploadBytes = 4096;

    /// <summary>The platform.</summary>
    public MiddeckHost Host { get; } = new()
    {
        Configuration = { ["knowledge:maxuploadbytes"] = MaxUploadBytes.ToString(CultureInfo.InvariantCulture) },
    };

    /// <inheritdoc />
    public Task InitializeAsync() => Host.InitializeAsync();

    /// <inheritdoc />
    public Task DisposeAsync() => Host.DisposeAsync();
}
