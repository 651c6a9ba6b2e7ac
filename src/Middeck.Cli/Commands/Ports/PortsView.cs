using System.Text.Json;
using Middeck.Operations.Ports;

namespace Middeck.Cli.Commands.Ports;

/// <summary>The answer of <c>middeck ports --json</c>.</summary>
/// <param name="Ports">All ports of the installation.</param>
internal sealed record PortsView(IReadOnlyList<PortView> Ports);

/// <summary>One port.</summary>
/// <param name="Port">Its number.</param>
/// <param name="Protocol"><c>tcp</c> or <c>udp</c>.</param>
/// <param name="Service">Whose it is.</param>
/// <param name="Name">Its name in the service.</param>
/// <param name="Address">The address that it is opened on.</param>
/// <param name="Layer"><c>entry</c>, <c>application</c>, <c>model</c>, <c>data</c> or <c>monitoring</c>.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="State"><c>free</c>, <c>in_use</c>, <c>conflict</c> or <c>foreign</c>.</param>
/// <param name="Owner">Who listens.</param>
internal sealed record PortView(
    int Port, string Protocol, string Service, string Name, string Address, string Layer, string Purpose, string State, OwnerView? Owner)
{
    public static PortView Of(RegisteredPort port) => new(
        port.Number,
        port.Protocol,
        port.Service,
        port.Name,
        port.Address,
        port.Layer,
        port.Purpose,
        JsonNamingPolicy.SnakeCaseLower.ConvertName(port.State.ToString()),
        OwnerView.Of(port.Owner));
}

/// <summary>Who listens on a port.</summary>
internal sealed record OwnerView(int Pid, string Command, string User)
{
    public static OwnerView? Of(PortOwner? owner) => owner is null ? null : new OwnerView(owner.Pid, owner.Command, owner.User);
}

/// <summary>The answer of <c>middeck ports check --json</c>.</summary>
/// <param name="Conflicts">Ports that cannot be had.</param>
internal sealed record PortCheckView(IReadOnlyList<PortConflictView> Conflicts);

/// <summary>A port that cannot be had.</summary>
/// <param name="Port">The port.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Proposal">A free number; null when none was found.</param>
/// <param name="Recorded">Whether the proposal was recorded.</param>
internal sealed record PortConflictView(PortView Port, string Message, int? Proposal, bool Recorded);

/// <summary>The answer of <c>middeck ports free --json</c>.</summary>
/// <param name="Port">The port.</param>
/// <param name="Owner">Who held it.</param>
/// <param name="Freed">Whether it is free now.</param>
internal sealed record PortFreeView(int Port, OwnerView? Owner, bool Freed);
