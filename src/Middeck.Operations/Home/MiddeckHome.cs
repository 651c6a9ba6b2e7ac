using System.Globalization;

namespace Middeck.Operations.Home;

/// <summary>The folder that holds everything an installation keeps outside its database, and where each thing lies in it.</summary>
public sealed class MiddeckHome
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Names a home; nothing is created.</summary>
    /// <param name="root">A folder; relative ones count from the working folder.</param>
    public MiddeckHome(string root)
    {
        Root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        InstanceId = Fingerprint(Root).ToString("x12", CultureInfo.InvariantCulture);
    }

    /// <summary>The folder itself.</summary>
    public string Root { get; }

    /// <summary>Twelve hexadecimal digits that tell this home from others on the machine.</summary>
    public string InstanceId { get; }

    /// <summary>Uploaded files.</summary>
    public string Objects => Path.Combine(Root, "objects");

    /// <summary>One <c>.log</c> per process.</summary>
    public string Logs => Path.Combine(Root, "logs");

    /// <summary>Pid files, locks, ports: what is true while something runs.</summary>
    public string Run => Path.Combine(Root, "run");

    /// <summary>Backups.</summary>
    public string Backups => Path.Combine(Root, "backups");

    /// <summary>Secrets, readable by the owner only.</summary>
    public string Keys => Path.Combine(Root, "keys");

    /// <summary>The configuration file; it need not exist.</summary>
    public string ConfigurationFile => Path.Combine(Root, "middeck.yaml");

    /// <summary>The catalogue of services; it need not exist.</summary>
    public string ServicesFile => Path.Combine(Root, "services.yaml");

    /// <summary>The first administrator's generated password, until it is changed.</summary>
    public string InitialPasswordFile => Path.Combine(Run, "initial-admin-password");

    /// <summary>The home that a command works on: <c>MIDDECK_HOME</c>, else the system's or the user's.</summary>
    public static MiddeckHome Locate(IReadOnlyDictionary<string, string> environment)
    {
        if (environment.TryGetValue("MIDDECK_HOME", out var named) && named.Length > 0)
        {
            return new MiddeckHome(named);
        }

        return Environment.IsPrivilegedProcess
            ? new MiddeckHome("/var/lib/middeck")
            : new MiddeckHome(Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".middeck"));
    }

    /// <summary>The log file of a process.</summary>
    public string LogOf(string service) => Path.Combine(Logs, $"{service}.log");

    /// <summary>A file in <see cref="Run"/>.</summary>
    public string RunFile(string name) => Path.Combine(Run, name);

    /// <summary>Makes the folders that are not there and tries to write.</summary>
    /// <exception cref="RefusedException">The home cannot be written or the disk is full.</exception>
    public void Create()
    {
        try
        {
            Directory.CreateDirectory(Root);
            foreach (var folder in new[] { Objects, Logs, Run, Backups })
            {
                Directory.CreateDirectory(folder);
            }

            Directory.CreateDirectory(Keys, OwnerOnly);
            File.SetUnixFileMode(Keys, OwnerOnly);
            var ignore = Path.Combine(Root, ".gitignore");
            if (!File.Exists(ignore))
            {
                File.WriteAllText(ignore, "*\n");
            }

            var probe = RunFile($"probe.{Environment.ProcessId}");
            File.WriteAllText(probe, "This file shows that the home can be written.\n");
            File.Delete(probe);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw DiskSpace.IsFull(ex)
                ? new RefusedException(ExitCode.DiskFull, HomeMessages.DiskFull(Root), ex)
                : new RefusedException(ExitCode.HomeNotWritable, HomeMessages.NotWritable(Root, ex.Message), ex);
        }
    }

    // FNV-1a, 64 bits folded to 48. It only tells folders apart, and SHA-256 would cost the supervisor 5 MB of OpenSSL.
    private static ulong Fingerprint(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
        {
            hash = unchecked((hash ^ letter) * 1099511628211UL);
        }

        return (hash ^ (hash >> 48)) & 0xFFFF_FFFF_FFFF;
    }
}
