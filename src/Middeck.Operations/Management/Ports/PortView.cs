using System.ComponentModel.DataAnnotations;
using Middeck.Operations.Ports;

namespace Middeck.Operations.Management.Ports;

/// <summary>All ports of the installation.</summary>
/// <param name="Data">The platform's, its database's, the catalogue's.</param>
public sealed record PortListView(IReadOnlyList<PortView> Data);

/// <summary>A port and what is the case with it.</summary>
/// <param name="Service">Whose it is.</param>
/// <param name="Name">Its name in the service.</param>
/// <param name="Number">1 to 65535.</param>
/// <param name="Protocol"><c>tcp</c> or <c>udp</c>.</param>
/// <param name="Address">The address that it is opened on.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Layer"><c>entry</c>, <c>application</c>, <c>model</c>, <c>data</c> or <c>monitoring</c>.</param>
/// <param name="State">What is the case.</param>
/// <param name="Owner">Who listens; null when nobody does or the kernel does not tell.</param>
/// <param name="FileLine">Where its number was said; empty for a default.</param>
/// <param name="Proposal">A free number, for one that somebody else has; else null.</param>
public sealed record PortView(
    string Service,
    string Name,
    int Number,
    string Protocol,
    string Address,
    string Purpose,
    string Layer,
    PortState State,
    PortOwner? Owner,
    string FileLine,
    int? Proposal)
{
    internal static PortView Of(RegisteredPort port, int? proposal) => new(
        port.Service, port.Name, port.Number, port.Protocol, port.Address, port.Purpose, port.Layer, port.State, port.Owner, port.FileLine, proposal);
}

/// <summary>Another number for a port.</summary>
public sealed record ChangePortRequest
{
    /// <summary>1 to 65535.</summary>
    [Range(1, 65535)]
    public int Number { get; init; }
}
