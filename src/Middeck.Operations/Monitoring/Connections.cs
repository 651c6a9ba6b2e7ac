using Middeck.Operations.Ports;

namespace Middeck.Operations.Monitoring;

/// <summary>The open TCP connections of this machine, by the sockets that hold them.</summary>
internal sealed class Connections
{
    // tcp_states.h
    private const string Established = "01";
    private static readonly string[] Tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    private readonly HashSet<string> _established = [];
    private readonly Dictionary<string, int> _states = [];

    private Connections()
    {
    }

    /// <summary>Reads the kernel's tables once.</summary>
    public static Connections Look()
    {
        var connections = new Connections();
        foreach (var line in Tables.Where(File.Exists).SelectMany(table => File.ReadLines(table).Skip(1)))
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length > 9)
            {
                var state = StateName(fields[3]);
                connections._states[state] = connections._states.GetValueOrDefault(state) + 1;
                if (fields[3] == Established)
                {
                    connections._established.Add($"socket:[{fields[9]}]");
                }
            }
        }

        return connections;
    }

    /// <summary>So many in each state, such as <c>established</c>.</summary>
    public IReadOnlyDictionary<string, int> States => _states;

    /// <summary>How many some processes hold.</summary>
    public int Of(IEnumerable<int> pids) => pids.SelectMany(SocketLinks.Of).Distinct().Count(_established.Contains);

    private static string StateName(string code) => code switch
    {
        "01" => "established",
        "02" or "03" => "opening",
        "06" => "time_wait",
        "0A" => "listening",
        _ => "closing",
    };
}
