using System.Globalization;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Ports;

/// <summary>Who listens on some ports of this machine: the kernel's tables are read once for all of them.</summary>
internal sealed class ListeningPorts
{
    // tcp_states.h: a TCP socket that listens; a UDP socket that is open and connected to nobody.
    private const string Listening = "0A";
    private const string Open = "07";

    private static readonly (string Table, string Protocol)[] Tables =
        [("/proc/net/tcp", "tcp"), ("/proc/net/tcp6", "tcp"), ("/proc/net/udp", "udp"), ("/proc/net/udp6", "udp")];

    private readonly List<ListeningSocket> _sockets;
    private readonly Dictionary<string, int> _pids;

    private ListeningPorts(List<ListeningSocket> sockets, Dictionary<string, int> pids)
    {
        _sockets = sockets;
        _pids = pids;
    }

    /// <summary>Looks for the listeners of some ports.</summary>
    public static ListeningPorts Look(IReadOnlyCollection<(int Port, string Protocol)> ports)
    {
        var sockets = Tables
            .Where(table => File.Exists(table.Table))
            .SelectMany(table => File.ReadLines(table.Table).Skip(1).Select(line => SocketOf(line, table.Protocol)))
            .OfType<ListeningSocket>()
            .Where(socket => ports.Contains((socket.Port, socket.Protocol)))
            .ToList();
        return new ListeningPorts(sockets, PidsOf([.. sockets.Select(socket => socket.Link)]));
    }

    /// <summary>Whether anybody listens.</summary>
    public bool IsTaken(int port, string protocol) => _sockets.Any(socket => socket.Port == port && socket.Protocol == protocol);

    /// <summary>Who does; null when nobody does, or when the kernel does not tell us.</summary>
    public PortOwner? OwnerOf(int port, string protocol)
    {
        foreach (var socket in _sockets.Where(socket => socket.Port == port && socket.Protocol == protocol))
        {
            if (_pids.TryGetValue(socket.Link, out var pid) && ProcessFacts.Of(pid) is { } facts)
            {
                return new PortOwner(pid, facts.Command, UserNames.Of(socket.User));
            }
        }

        return null;
    }

    //   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
    //    0: 0100007F:1BA8 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 31337 …
    internal static ListeningSocket? SocketOf(string line, string protocol)
    {
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 9
            && fields[3] == (protocol == "tcp" ? Listening : Open)
            && int.TryParse(fields[1].AsSpan(fields[1].LastIndexOf(':') + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var port)
            && int.TryParse(fields[7], CultureInfo.InvariantCulture, out var user)
                ? new ListeningSocket(port, protocol, user, $"socket:[{fields[9]}]")
                : null;
    }

    private static Dictionary<string, int> PidsOf(HashSet<string> links)
    {
        var pids = new Dictionary<string, int>();
        foreach (var folder in links.Count == 0 ? [] : Directory.EnumerateDirectories("/proc"))
        {
            if (pids.Count == links.Count)
            {
                break;
            }

            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var pid))
            {
                foreach (var link in SocketLinks.Of(pid).Where(links.Contains))
                {
                    pids.TryAdd(link, pid);
                }
            }
        }

        return pids;
    }
}

/// <summary>A socket that waits for others.</summary>
/// <param name="Port">Its port.</param>
/// <param name="Protocol"><c>tcp</c> or <c>udp</c>.</param>
/// <param name="User">The user id of whoever opened it.</param>
/// <param name="Link">What its file descriptor links to.</param>
internal sealed record ListeningSocket(int Port, string Protocol, int User, string Link);
