using System.Globalization;
using Middeck.Operations.Home;
using Middeck.Operations.Language;
using Middeck.Operations.Postgres;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Checks.Machine;

/// <summary>Whether the disks of the home, of the private database and of temporary files have room: bytes and inodes.</summary>
internal sealed class DiskCheck : ICheck
{
    // A file system whose last files are being made is full long before its bytes are.
    private const double LeastFreeInodes = 0.05;

    public string Name => "disk";

    public Message Title { get; } = new("The disks have room", "磁盘空间充足");

    public bool IsReadiness => true;

    public async Task<CheckOutcome> RunAsync(CheckScene scene, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var folder in Folders(scene))
        {
            findings.AddRange(Bytes(scene, folder));
            findings.AddRange(await InodesAsync(folder, cancellationToken));
        }

        return CheckOutcome.Of(findings);
    }

    // One per file system: three sentences about one disk help nobody.
    private static IEnumerable<string> Folders(CheckScene scene)
        => new[] { scene.Home.Root, PostgresPlace.Of(scene.Home).Data, Path.GetTempPath() }
            .Select(Existing)
            .DistinctBy(folder => (new DriveInfo(folder).TotalSize, new DriveInfo(folder).AvailableFreeSpace / (16 * 1024 * 1024)));

    private static string Existing(string folder)
    {
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
        {
            folder = parent;
        }

        return folder;
    }

    private static IEnumerable<Finding> Bytes(CheckScene scene, string folder)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace / (1024 * 1024);
        var wanted = scene.Options.DiskFreeMegabytes;
        if (free < wanted)
        {
            yield return new Finding(
                "disk.low",
                free < wanted / 4 ? Severity.Critical : Severity.Warning,
                new Message(
                    $"The disk that holds {folder} has {free} MB free; less than {wanted} MB (doctor.disk_free_megabytes) is little.",
                    $"{folder} 所在磁盘仅剩 {free} MB，低于 {wanted} MB（doctor.disk_free_megabytes）。"),
                $"du -xh --max-depth=2 {scene.Home.Root} | sort -h | tail -n 15")
            {
                Repair = OldLogs(scene.Home),
            };
        }
    }

    // What can go without a loss: logs that were rotated away.
    private static Repair? OldLogs(MiddeckHome home)
    {
        List<FileInfo> old = Directory.Exists(home.Logs)
            ? [.. Directory.EnumerateFiles(home.Logs, "*.log.*").Select(file => new FileInfo(file))]
            : [];
        var size = (old.Sum(file => file.Length) / (1024.0 * 1024)).ToString("0.0", CultureInfo.InvariantCulture);
        return old.Count == 0
            ? null
            : Repair.Of(
                new Message($"Remove {old.Count} old log files ({size} MB)?", $"删除 {old.Count} 个旧日志文件（{size} MB）？"),
                () => old.ForEach(file => file.Delete()));
    }

    private static async Task<IEnumerable<Finding>> InodesAsync(string folder, CancellationToken cancellationToken)
    {
        var output = await ProcessOutput.OfAsync(
            new ProcessCommand(["df", "--output=itotal,iavail", folder]), null, cancellationToken);
        //    Inodes   IFree
        //   6553600 5981234
        if (output.Output.Split('\n') is not [_, var line, ..]
            || line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var total, var free]
            || !long.TryParse(total, CultureInfo.InvariantCulture, out var all) || all == 0
            || !long.TryParse(free, CultureInfo.InvariantCulture, out var left)
            || left > all * LeastFreeInodes)
        {
            // btrfs and others have no number of inodes.
            return [];
        }

        return [new Finding(
            "disk.inodes",
            Severity.Critical,
            new Message(
                $"The disk that holds {folder} has only {left} of {all} inodes left: no file can be made when they are gone.",
                $"{folder} 所在磁盘的 inode 仅剩 {left}/{all}，用尽后将无法创建文件。"),
            $"du --inodes -xd 3 {folder} | sort -n | tail -n 15")];
    }
}
