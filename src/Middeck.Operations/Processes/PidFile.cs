using System.Globalization;
using System.Text;
using Middeck.Operations.Home;

namespace Middeck.Operations.Processes;

/// <summary>Remembers a process across restarts of whoever started it: <c>4242 918273</c>, pid and start time.</summary>
internal static class PidFile
{
    public static void Write(string path, ProcessIdentity process)
        => PrivateFile.Write(path, Encoding.ASCII.GetBytes($"{process.Pid} {process.StartTicks}\n"));

    /// <summary>The process, when it still runs; a file of a dead one counts as none.</summary>
    public static ProcessIdentity? ReadLive(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim().Split(' ') is [var pid, var ticks]
                && int.TryParse(pid, CultureInfo.InvariantCulture, out var id)
                && long.TryParse(ticks, CultureInfo.InvariantCulture, out var start)
                && new ProcessIdentity(id, start) is { IsAlive: true } process
                    ? process
                    : null;
        }
        catch (Exception ex) when (ex is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
