using System.Globalization;
using Middeck.Operations.Home;

namespace Middeck.Operations.Monitoring;

/// <summary>The machine's own numbers.</summary>
/// <param name="Processors">How many.</param>
/// <param name="Load">Of the last 1, 5 and 15 minutes.</param>
/// <param name="UptimeSeconds">Since it was started.</param>
/// <param name="MemoryTotalBytes">Memory.</param>
/// <param name="MemoryAvailableBytes">What new programs could have of it.</param>
/// <param name="SwapTotalBytes">Swap.</param>
/// <param name="SwapFreeBytes">Free swap.</param>
/// <param name="DiskTotalBytes">The disk of the home.</param>
/// <param name="DiskFreeBytes">What is free of it.</param>
/// <param name="OpenFiles">File descriptors in use on the machine.</param>
/// <param name="MostOpenFiles">How many there may be.</param>
/// <param name="NetworkReceivedBytes">Since the start, without loopback.</param>
/// <param name="NetworkSentBytes">Since the start, without loopback.</param>
/// <param name="Connections">TCP connections by state.</param>
public sealed record HostNumbers(
    int Processors,
    IReadOnlyList<double> Load,
    long UptimeSeconds,
    long MemoryTotalBytes,
    long MemoryAvailableBytes,
    long SwapTotalBytes,
    long SwapFreeBytes,
    long DiskTotalBytes,
    long DiskFreeBytes,
    long OpenFiles,
    long MostOpenFiles,
    long NetworkReceivedBytes,
    long NetworkSentBytes,
    IReadOnlyDictionary<string, int> Connections)
{
    /// <summary>Reads them.</summary>
    public static HostNumbers Look(MiddeckHome home)
    {
        var memory = File.ReadLines("/proc/meminfo").Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields.Length > 1)
            .ToDictionary(fields => fields[0].TrimEnd(':'), fields => Number(fields[1]) * 1024);
        var files = Fields("/proc/sys/fs/file-nr");
        var disk = new DriveInfo(home.Root);
        var (received, sent) = Network();
        return new HostNumbers(
            Environment.ProcessorCount,
            [.. Fields("/proc/loadavg").Take(3).Select(field => double.Parse(field, CultureInfo.InvariantCulture))],
            (long)double.Parse(Fields("/proc/uptime")[0], CultureInfo.InvariantCulture),
            memory.GetValueOrDefault("MemTotal"),
            memory.GetValueOrDefault("MemAvailable"),
            memory.GetValueOrDefault("SwapTotal"),
            memory.GetValueOrDefault("SwapFree"),
            disk.TotalSize,
            disk.AvailableFreeSpace,
            Number(files[0]),
            Number(files[2]),
            received,
            sent,
            Monitoring.Connections.Look().States);
    }

    // Inter-|   Receive                                                |  Transmit
    //  face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets …
    //   eth0: 1234 …
    private static (long Received, long Sent) Network()
    {
        long received = 0;
        long sent = 0;
        foreach (var line in File.ReadLines("/proc/net/dev").Skip(2))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var fields = line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (line[..colon].Trim() != "lo")
            {
                received += Number(fields[0]);
                sent += Number(fields[8]);
            }
        }

        return (received, sent);
    }

    private static string[] Fields(string file)
        => File.ReadAllText(file).Split((char[])[' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);

    // file-max may be larger than any long.
    private static long Number(string text) => long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;
}
