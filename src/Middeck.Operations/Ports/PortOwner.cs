using System.Globalization;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Ports;

/// <summary>The process that listens on a port.</summary>
/// <param name="Pid">Its process id.</param>
/// <param name="Command">Its command line.</param>
public sealed record PortOwner(int Pid, string Command)
{
    private const string Listening = "0A";
    private static readonly string[] Tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    /// <summary>Finds it; null when nobody listens or when it belongs to another user and we are not root.</summary>
    public static PortOwner? Of(int port)
    {
        var sockets = SocketsOn(port);
        if (sockets.Count == 0)
        {
            return null;
        }

        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var pid)
                && Holds(folder, sockets)
                && ProcessFacts.Of(pid) is { } facts)
            {
                return new PortOwner(pid, facts.Command);
            }
        }

        return null;
    }

    private static HashSet<string> SocketsOn(int port)
        => [.. Tables
            .Where(File.Exists)
            .SelectMany(table => File.ReadLines(table).Skip(1))
            .Select(line => SocketOf(line, port))
            .OfType<string>()];

    //   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
    //    0: 0100007F:1BA8 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 31337 …
    internal static string? SocketOf(string line, int port)
    {
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 9
            && fields[3] == Listening
            && fields[1].EndsWith($":{port:X4}", StringComparison.Ordinal)
                ? $"socket:[{fields[9]}]"
                : null;
    }

    private static bool Holds(string process, HashSet<string> sockets)
    {
        try
        {
            return Directory.EnumerateFiles(Path.Combine(process, "fd"))
                .Any(file => new FileInfo(file).LinkTarget is { } target && sockets.Contains(target));
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, or it is another user's.
            return false;
        }
    }
}
