using System.Net;
using Middeck.Operations.Catalogue;

namespace Middeck.Operations.Ports;

/// <summary>Says before a service starts whether its ports can be had.</summary>
internal static class ServicePortCheck
{
    /// <exception cref="RefusedException">One is taken or needs a right that this user lacks; the sentence names the owner and the way out.</exception>
    public static void Require(ServiceEntry entry)
    {
        foreach (var port in entry.Ports.Where(port => port.Protocol == "tcp"))
        {
            if (!PortProbe.IsAllowed(port.Number))
            {
                throw new RefusedException(ExitCode.PortUnavailable, PortMessages.NotAllowed(entry.Name, port));
            }

            if (PortProbe.IsTaken(IPAddress.Parse(port.Address), port.Number))
            {
                throw new RefusedException(ExitCode.PortUnavailable, PortMessages.Taken(entry.Name, port.Number, PortOwner.Of(port.Number)));
            }
        }
    }
}
