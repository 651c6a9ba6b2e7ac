using System.Globalization;
using System.Text.RegularExpressions;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Postgres;

/// <summary>One installed PostgreSQL.</summary>
/// <param name="Folder">Where <c>initdb</c> and <c>postgres</c> lie.</param>
/// <param name="Major">15, 16 or 17.</param>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    private static readonly int[] Supported = [17, 16, 15];

    public string Initdb => Path.Combine(Folder, "initdb");

    public string Server => Path.Combine(Folder, "postgres");

    /// <summary>All that are installed in a supported version, the newest first.</summary>
    public static async Task<IReadOnlyList<PostgresBinaries>> FindAsync(CancellationToken cancellationToken)
    {
        List<PostgresBinaries> found =
        [
            .. Supported
                .Select(major => new PostgresBinaries($"/usr/lib/postgresql/{major}/bin", major))
                .Where(binaries => binaries.AreThere),
        ];
        if (found.Count == 0 && await OnPathAsync(cancellationToken) is { } other)
        {
            found.Add(other);
        }

        return found;
    }

    private bool AreThere => File.Exists(Initdb) && File.Exists(Server);

    private static async Task<PostgresBinaries?> OnPathAsync(CancellationToken cancellationToken)
    {
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
        {
            var binaries = new PostgresBinaries(folder, 0);
            if (Path.IsPathRooted(folder) && binaries.AreThere)
            {
                var version = await ProcessOutput.OfAsync(
                    new ProcessCommand([binaries.Server, "--version"]), null, cancellationToken);
                var major = MajorOf(version.Output);
                return Array.IndexOf(Supported, major) >= 0 ? binaries with { Major = major } : null;
            }
        }

        return null;
    }

    // postgres (PostgreSQL) 15.13 (Debian 15.13-0+deb12u1)
    private static int MajorOf(string version)
        => VersionNumber().Match(version) is { Success: true } match
            ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex VersionNumber();
}
