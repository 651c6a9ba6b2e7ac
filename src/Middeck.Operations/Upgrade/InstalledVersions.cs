using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using Middeck.Operations.Home;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Upgrade;

/// <summary>The versions in the home: <c>versions/{version}/</c>, each a whole program, and the link <c>versions/current</c>.</summary>
internal sealed class InstalledVersions(MiddeckHome home)
{
    private const string Program = "middeck";

    public static string FolderOf(MiddeckHome home) => Path.Combine(home.Root, "versions");

    private string Root => FolderOf(home);

    private string Current => Path.Combine(Root, "current");

    /// <summary>Puts a release into the home; a folder of the same content is used again.</summary>
    /// <param name="from">A <c>.tar.gz</c> of <c>middeck bundle</c>, or a folder with a published program.</param>
    /// <param name="cancellationToken">Stops it; nothing is left.</param>
    /// <exception cref="RefusedException">There is no program in it, or it does not run here.</exception>
    public async Task<ProgramVersionAt> InstallAsync(string from, CancellationToken cancellationToken)
    {
        var draft = Path.Combine(Root, $".new-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(Root);
            RemoveFolder(draft);
            await UnpackAsync(from, draft, cancellationToken);
            var program = FindProgram(draft)
                ?? throw new RefusedException(ExitCode.Usage, UpgradeMessages.NoProgram(from));
            var version = await VersionOfAsync(program, cancellationToken);
            return Keep(Path.GetDirectoryName(program)!, version);
        }
        finally
        {
            RemoveFolder(draft);
        }
    }

    /// <summary>Lets <c>versions/current</c> lead to a program's folder; in one step, for it may be read at any moment.</summary>
    public async Task SwitchAsync(ProgramVersionAt program, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Root);
        var draft = $"{Current}.new";
        File.Delete(draft);
        File.CreateSymbolicLink(draft, Path.GetDirectoryName(program.Executable)!);
        // .NET's moves follow links: rename(2) by its own program.
        var moved = await ProcessOutput.OfAsync(
            new ProcessCommand(["mv", "--no-target-directory", "--", draft, Current]), null, cancellationToken);
        if (moved.ExitCode != 0)
        {
            throw new RefusedException(ExitCode.Failed, UpgradeMessages.NotSwitched(Current, moved.Errors.Trim()));
        }
    }

    /// <summary>What a program says of itself.</summary>
    /// <exception cref="RefusedException">It does not run here.</exception>
    public static async Task<string> VersionOfAsync(string program, CancellationToken cancellationToken)
    {
        var output = await ProcessOutput.OfAsync(new ProcessCommand([program, "--version"]), null, cancellationToken);
        var version = output.Output.Trim().Split('+')[0];
        return output.ExitCode == 0 && version.Length is > 0 and < 60 && version.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-')
            ? version
            : throw new RefusedException(ExitCode.Usage, UpgradeMessages.DoesNotRun(program, output.Errors.Trim()));
    }

    private static async Task UnpackAsync(string from, string draft, CancellationToken cancellationToken)
    {
        if (Directory.Exists(from))
        {
            // Links are followed: the console of a build lies beside it.
            var output = await ProcessOutput.OfAsync(
                new ProcessCommand(["cp", "-rL", "--", Path.GetFullPath(from), draft]), null, cancellationToken);
            if (output.ExitCode != 0)
            {
                throw new RefusedException(ExitCode.Failed, UpgradeMessages.NotUnpacked(from, output.Errors.Trim()));
            }

            return;
        }

        try
        {
            await using var file = File.OpenRead(from);
            await using var unzipped = new GZipStream(file, CompressionMode.Decompress);
            Directory.CreateDirectory(draft);
            await TarFile.ExtractToDirectoryAsync(unzipped, draft, overwriteFiles: false, cancellationToken);
        }
        catch (Exception ex) when (ex is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new RefusedException(ExitCode.Usage, UpgradeMessages.NotUnpacked(from, ex.Message), ex);
        }
    }

    // The program itself, or one or two folders down: middeck-0.2.0/platform/middeck.
    private static string? FindProgram(string folder)
        => new[] { folder }.Concat(Directory.EnumerateDirectories(folder)).Concat(
                Directory.EnumerateDirectories(folder).SelectMany(Directory.EnumerateDirectories))
            .Select(candidate => Path.Combine(candidate, Program))
            .FirstOrDefault(candidate => File.Exists(candidate) && File.Exists($"{candidate}.dll"));

    private ProgramVersionAt Keep(string folder, string version)
    {
        for (var number = 1; ; number++)
        {
            var place = Path.Combine(Root, number == 1 ? version : $"{version}-{number}");
            var kept = new ProgramVersionAt(Path.GetFileName(place), Path.Combine(place, Program));
            if (!Directory.Exists(place))
            {
                Directory.Move(folder, place);
                return kept;
            }

            if (Hash(place) == Hash(folder))
            {
                return kept;
            }
        }
    }

    private static string Hash(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(folder, "Middeck.*.dll").Order(StringComparer.Ordinal))
        {
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static void RemoveFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
