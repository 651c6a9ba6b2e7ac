namespace Middeck.Operations.Ports;

/// <summary>A port of this installation and what is the case with it now.</summary>
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
public sealed record RegisteredPort(
    string Service,
    string Name,
    int Number,
    string Protocol,
    string Address,
    string Purpose,
    string Layer,
    PortState State,
    PortOwner? Owner,
    string FileLine);

/// <summary>What is the case with a port.</summary>
public enum PortState
{
    /// <summary>Nobody listens.</summary>
    Free,

    /// <summary>Its service listens.</summary>
    InUse,

    /// <summary>Somebody else listens: its service cannot start.</summary>
    Conflict,

    /// <summary>Another manager's service, whose processes we do not know, or somebody else: it listens.</summary>
    Foreign,
}
