using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Middeck.Operations.Ports;

/// <summary>Finds out by trying whether a port can be opened.</summary>
public static class PortProbe
{
    /// <summary>Whether we could listen there now.</summary>
    public static bool IsFree(IPAddress address, int port)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            socket.Listen(1);
            return true;
        }
        catch (SocketException ex) when (ex.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return false;
        }
    }

    /// <summary>Whether somebody listens there; an address that this machine does not have is nobody's.</summary>
    public static bool IsTaken(IPAddress address, int port)
    {
        try
        {
            return !IsFree(address, port);
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>The first free port from one on; null when the next 200 are taken.</summary>
    public static int? FirstFree(IPAddress address, int from)
    {
        for (var port = from; port < Math.Min(from + 200, 65536); port++)
        {
            if (IsFree(address, port))
            {
                return port;
            }
        }

        return null;
    }

    /// <summary>Whether this user may open the port: below the kernel's limit only root may.</summary>
    public static bool IsAllowed(int port)
        => port == 0 || Environment.IsPrivilegedProcess || port >= FirstUnprivileged();

    private static int FirstUnprivileged()
    {
        try
        {
            var text = File.ReadAllText("/proc/sys/net/ipv4/ip_unprivileged_port_start").Trim();
            return int.Parse(text, CultureInfo.InvariantCulture);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or FormatException)
        {
            return 1024;
        }
    }
}
