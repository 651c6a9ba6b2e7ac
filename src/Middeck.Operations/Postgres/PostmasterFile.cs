using System.Globalization;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Postgres;

/// <summary>Reads <c>postmaster.pid</c> (PostgreSQL's src/include/utils/pidfile.h).</summary>
/// <param name="Pid">The postmaster.</param>
/// <param name="Port">Where it listens.</param>
/// <param name="IsReady">Whether it takes connections.</param>
internal sealed record PostmasterFile(int Pid, int Port, bool IsReady)
{
    private static string PathIn(string data) => Path.Combine(data, "postmaster.pid");

    // 4242                     pid
    // /var/lib/middeck/…/pg    data folder
    // 1763672400               start time
    // 7432                     port
    // /…/socket                socket folder
    // 127.0.0.1                address
    //   7432    0              shared memory
    // ready                    starting, stopping, ready or standby
    public static PostmasterFile? Read(string data)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(PathIn(data));
        }
        catch (Exception ex) when (ex is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        return lines.Length >= 4
            && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid)
            && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port)
                ? new PostmasterFile(pid, port, lines.Length >= 8 && lines[7].Trim() == "ready")
                : null;
    }

    /// <summary>
    /// The postmaster of this folder, when it runs. A file whose pid belongs to something else by now is removed:
    /// PostgreSQL would refuse to start because of it.
    /// </summary>
    public static (ProcessIdentity Process, int Port)? FindLive(string data)
    {
        if (Read(data) is not { } file)
        {
            return null;
        }

        if (ProcessIdentity.Of(file.Pid) is { } process && WorksIn(file.Pid, data))
        {
            return (process, file.Port);
        }

        File.Delete(PathIn(data));
        return null;
    }

    private static bool WorksIn(int pid, string data)
    {
        try
        {
            return new FileInfo($"/proc/{pid}/cwd").LinkTarget == data;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            // Another user's process is not our postmaster.
            return false;
        }
    }
}
