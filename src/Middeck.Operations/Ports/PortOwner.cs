namespace Middeck.Operations.Ports;

/// <summary>The process that listens on a port.</summary>
/// <param name="Pid">Its process id.</param>
/// <param name="Command">Its command line.</param>
/// <param name="User">Whose it is.</param>
public sealed record PortOwner(int Pid, string Command, string User)
{
    /// <summary>Finds it; null when nobody listens or when it belongs to another user and we are not root.</summary>
    public static PortOwner? Of(int port) => ListeningPorts.Look([(port, "tcp")]).OwnerOf(port, "tcp");
}
