using System.Net;
using Microsoft.Extensions.Configuration;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Configuration;
using Middeck.Operations.Home;
using Middeck.Operations.Postgres;
using Middeck.Operations.Processes;
using Middeck.Operations.Supervision;

namespace Middeck.Operations.Ports;

/// <summary>All ports of an installation: the platform's, its PostgreSQL's and those of the catalogue.</summary>
public sealed class PortRegistry(MiddeckHome home, IConfigurationRoot configuration, ServiceCatalogue catalogue)
{
    /// <summary>Looks at the machine and says what is the case with each.</summary>
    public IReadOnlyList<RegisteredPort> Look()
    {
        var ports = Known().ToList();
        var listening = ListeningPorts.Look([.. ports.Select(port => (port.Number, port.Protocol))]);
        var families = new Lazy<ProcessFamily>(ProcessFamily.Look);
        return [.. ports.Select(port => With(port, listening, families))];
    }

    /// <summary>A free number for a port, near its own and wanted by nobody else of this installation.</summary>
    public int? Propose(RegisteredPort port)
    {
        var known = Known().Select(other => other.Number).ToHashSet();
        var address = AddressOf(port);
        for (var number = port.Number + 1; PortProbe.FirstFree(address, number) is { } free; number = free + 1)
        {
            if (!known.Contains(free))
            {
                return free;
            }
        }

        return null;
    }

    /// <summary>Records another number: in <c>middeck.yaml</c> for the platform, in <c>services.yaml</c> for a service.</summary>
    /// <exception cref="RefusedException">The file cannot be changed here; the sentence says what to write.</exception>
    public void Record(RegisteredPort port, int number)
    {
        if (port.Service == ServiceNames.Platform)
        {
            ServicesFile.SetPlatformPort(home, number);
        }
        else
        {
            ServicesFile.SetPort(home, port.Service, port.Name, number);
        }
    }

    private IEnumerable<RegisteredPort> Known()
    {
        var server = ConfigurationLoader.Server(configuration);
        if (server.Port != 0)
        {
            yield return new RegisteredPort(
                ServiceNames.Platform, "http", server.Port, "tcp", server.Address, "console and API", "entry", PortState.Free, null, "");
        }

        if (ConfigurationLoader.UsesPrivateDatabase(configuration))
        {
            yield return new RegisteredPort(
                ServiceNames.Postgres, "sql", PostgresRecord.Read(home)?.Port ?? PostgresPort.First, "tcp", "127.0.0.1", "database", "data", PortState.Free, null, "");
        }

        foreach (var service in catalogue.Services)
        {
            foreach (var port in service.Ports)
            {
                yield return new RegisteredPort(
                    service.Name, port.Name, port.Number, port.Protocol, port.Address, port.Purpose, port.Layer, PortState.Free, null, port.FileLine);
            }

            if (service.Route?.Port is { } entry)
            {
                yield return new RegisteredPort(
                    service.Name, "route", entry, "tcp", server.Address, $"{service.Name} on the entry", "entry", PortState.Free, null, service.FileLine);
            }
        }
    }

    private RegisteredPort With(RegisteredPort port, ListeningPorts listening, Lazy<ProcessFamily> families)
    {
        var isTaken = listening.IsTaken(port.Number, port.Protocol);
        // A container's port may be opened by no process at all: trying tells.
        if (!isTaken && port.Protocol == "tcp")
        {
            isTaken = PortProbe.IsTaken(AddressOf(port), port.Number);
        }

        if (!isTaken)
        {
            return port;
        }

        var owner = listening.OwnerOf(port.Number, port.Protocol);
        return port with { Owner = owner, State = IsOurs(port, owner, families) ? PortState.InUse : IsManaged(port) ? PortState.Foreign : PortState.Conflict };
    }

    private bool IsOurs(RegisteredPort port, PortOwner? owner, Lazy<ProcessFamily> families)
    {
        // The entry's ports are the platform's.
        var service = port.Name == "route" ? ServiceNames.Platform : port.Service;
        return owner is not null
            && PidFile.ReadLive(home.RunFile($"{service}.pid")) is { } process
            && families.Value.Of(process).Any(member => member.Pid == owner.Pid);
    }

    private bool IsManaged(RegisteredPort port)
        => port.Name != "route"
            && (catalogue.Find(port.Service) is { Kind: not ServiceKind.Process }
                // The private PostgreSQL takes the next free port by itself.
                || (port.Service == ServiceNames.Postgres && PidFile.ReadLive(home.RunFile("postgres.pid")) is null));

    private static IPAddress AddressOf(RegisteredPort port) => IPAddress.Parse(port.Address);
}
