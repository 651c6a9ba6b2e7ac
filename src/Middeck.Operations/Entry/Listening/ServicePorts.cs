using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Operations.Configuration;
using Middeck.Operations.Ports;

namespace Middeck.Operations.Entry.Listening;

/// <summary>
/// The ports that services have for themselves, as a configuration that the server follows: it opens what is added and closes what
/// is gone, and leaves the others alone.
/// </summary>
internal sealed partial class ServicePorts(IOptions<ServerOptions> server, ILogger<ServicePorts> logger)
    : ConfigurationProvider, IConfigurationSource
{
    private HashSet<int> _wanted = [];
    private volatile HashSet<int> _open = [];

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public bool Owns(int port) => _open.Contains(port);

    public void Set(IReadOnlyCollection<int> ports)
    {
        _wanted = [.. ports];
        Apply(isRetry: false);
    }

    /// <summary>Tries those again that were taken.</summary>
    public void Retry()
    {
        if (_wanted.Count != _open.Count)
        {
            Apply(isRetry: true);
        }
    }

    private void Apply(bool isRetry)
    {
        var open = _open;
        var address = IPAddress.Parse(server.Value.Address);
        var next = _wanted.Where(port => open.Contains(port) || CanOpen(address, port, isRetry)).ToHashSet();
        if (next.SetEquals(open))
        {
            return;
        }

        _open = next;
        var host = address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
        Data = next.ToDictionary(
            port => string.Create(CultureInfo.InvariantCulture, $"Endpoints:service-{port}:Url"),
            port => (string?)string.Create(CultureInfo.InvariantCulture, $"http://{host}:{port}"),
            StringComparer.OrdinalIgnoreCase);
        OnReload();
    }

    // A taken port must stop neither the platform nor the other services.
    private bool CanOpen(IPAddress address, int port, bool isRetry)
    {
        var isFree = PortProbe.IsAllowed(port) && PortProbe.IsFree(address, port);
        if (!isFree && !isRetry)
        {
            LogTaken(port, PortOwner.Of(port)?.Command ?? "somebody whose name we may not see");
        }

        return isFree;
    }

    [LoggerMessage(LogLevel.Error, "The port {Port} of a service cannot be opened: {Owner} has it. It is tried again until it is free.")]
    private partial void LogTaken(int port, string owner);
}
