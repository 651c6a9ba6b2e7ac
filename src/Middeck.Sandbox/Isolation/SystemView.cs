using System.Globalization;

namespace Middeck.Sandbox.Isolation;

/// <summary>What a sandboxed program sees of the file system, as arguments of <c>bwrap</c>.</summary>
internal static class SystemView
{
    private static readonly string[] _libraries =
        ["/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/local/lib", "/usr/share/zoneinfo", "/usr/share/nodejs"];

    private static readonly string[] _libraryAliases = ["/lib", "/lib64", "/lib32"];

    private static readonly string[] _programAliases = ["/bin", "/sbin"];

    // Debian's libraries of linear algebra are found through links in /etc/alternatives.
    private static readonly string[] _settings = ["/etc/alternatives", "/etc/ld.so.cache", "/etc/localtime"];

    private static readonly string[] _network =
        ["/etc/resolv.conf", "/etc/hosts", "/etc/nsswitch.conf", "/etc/gai.conf", "/etc/ssl", "/etc/ca-certificates"];

    // Not /dev/zero: mapping it shares memory that nobody can count.
    private static readonly string[] _devices = ["/dev/null", "/dev/full", "/dev/random", "/dev/urandom"];

    public static IEnumerable<string> Arguments(SandboxStart start) =>
    [
        .. start.SeesAllPrograms ? ReadOnly("/usr") : _libraries.SelectMany(ReadOnly),
        .. _libraryAliases.SelectMany(Alias),
        .. start.SeesAllPrograms ? _programAliases.SelectMany(Alias) : [],
        .. _settings.SelectMany(ReadOnly),
        .. start.AllowsNetwork ? _network.SelectMany(ReadOnly) : [],
        .. _devices.SelectMany(device => new[] { "--dev-bind-try", device, device }),
        "--symlink", "/proc/self/fd", "/dev/fd",
        "--symlink", "/proc/self/fd/0", "/dev/stdin",
        "--symlink", "/proc/self/fd/1", "/dev/stdout",
        "--symlink", "/proc/self/fd/2", "/dev/stderr",
        "--symlink", "/tmp", "/dev/shm",
        "--proc", "/proc",
        "--size", start.Limits.TmpBytes.ToString(CultureInfo.InvariantCulture), "--tmpfs", "/tmp",
        .. start.Mounts.SelectMany(mount => new[] { "--ro-bind", mount.Source, mount.Target }),
        // Last: what was mounted on it before stays as it is, and nothing can be written beside it.
        "--remount-ro", "/",
        "--chdir", "/tmp",
    ];

    private static string[] ReadOnly(string path) => ["--ro-bind-try", path, path];

    // On most systems /lib is a link to usr/lib.
    private static string[] Alias(string path)
        => new DirectoryInfo(path) is { Exists: true, LinkTarget: { } target } ? ["--symlink", target, path] : ReadOnly(path);
}
