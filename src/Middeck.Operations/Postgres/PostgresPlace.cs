using Middeck.Operations.Home;

namespace Middeck.Operations.Postgres;

/// <summary>Where a home's private cluster lies and who runs it.</summary>
/// <param name="Data">The data folder.</param>
/// <param name="Socket">The folder of its Unix socket.</param>
/// <param name="RunAs">Another user to run it as; null for our own.</param>
internal sealed record PostgresPlace(string Data, string Socket, string? RunAs)
{
    private const string SystemFolder = "/var/lib/middeck";

    // sockaddr_un holds 107 bytes and the final zero; the socket's name is .s.PGSQL. and the port.
    private const int LongestSocketPath = 107;
    private const string LongestSocketName = "/.s.PGSQL.65535";

    /// <summary>
    /// As an ordinary user the cluster lies in the home. PostgreSQL refuses to run as root, and its user cannot enter a
    /// home under a 0700 folder: as root it lies in <c>/var/lib/middeck</c>, and the home remembers where.
    /// </summary>
    public static PostgresPlace Of(MiddeckHome home)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return new PostgresPlace(Path.Combine(home.Root, "pg"), SocketFolder(home), RunAs: null);
        }

        var instance = InstanceFolder(home);
        return new PostgresPlace(Path.Combine(instance, "pg"), Path.Combine(instance, "socket"), "postgres");
    }

    private static string SocketFolder(MiddeckHome home)
        => home.Run.Length + LongestSocketName.Length <= LongestSocketPath
            ? home.Run
            : Path.Combine(Path.GetTempPath(), $"middeck-{home.InstanceId}");

    private static string InstanceFolder(MiddeckHome home)
    {
        var pointer = home.RunFile("instance");
        var own = Path.Combine(SystemFolder, home.InstanceId);
        if (!File.Exists(pointer))
        {
            return own;
        }

        // A home that was moved goes on with its database; one that was copied must not write into the original's.
        var remembered = File.ReadAllText(pointer).Trim();
        var owner = Path.Combine(remembered, "home");
        var ownerHome = File.Exists(owner) ? File.ReadAllText(owner).Trim() : home.Root;
        return ownerHome == home.Root || !Directory.Exists(ownerHome) ? remembered : own;
    }

    /// <summary>Makes the folders around the cluster and the pointers between it and the home.</summary>
    public void Prepare(MiddeckHome home)
    {
        if (RunAs is null)
        {
            Directory.CreateDirectory(
                Socket, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return;
        }

        var instance = Path.GetDirectoryName(Data)!;
        Directory.CreateDirectory(instance);
        File.WriteAllText(Path.Combine(instance, "home"), $"{home.Root}\n");
        File.WriteAllText(home.RunFile("instance"), $"{instance}\n");
    }
}
