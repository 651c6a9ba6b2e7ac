using Middeck.Operations.Home;
using Middeck.Operations.Language;

namespace Middeck.Operations.Checks.Folders;

/// <summary>Whether the home is there and each of its folders can be written.</summary>
internal sealed class HomeCheck() : LocalCheck(
    "home", new Message("The home folder can be written", "主目录可写"), isReadiness: true)
{
    protected override IEnumerable<Finding> Find(CheckScene scene)
    {
        var home = scene.Home;
        if (!Directory.Exists(home.Root))
        {
            return [new Finding(
                "home.missing",
                Severity.Info,
                new Message($"There is no home in {home.Root} yet.", $"{home.Root} 还不是主目录。"),
                "middeck up")];
        }

        return new[] { home.Root, home.Objects, home.Logs, home.Run, home.Backups, home.Keys }
            .Where(Directory.Exists)
            .Select(folder => (Folder: folder, Reason: WhyNot(folder)))
            .Where(tried => tried.Reason is not null)
            .Select(tried => FindingOf(home, tried.Folder, tried.Reason!))
            // A disk that is mounted read-only is one fault, not six.
            .DistinctBy(finding => finding.Command);
    }

    private static Finding FindingOf(MiddeckHome home, string folder, string reason)
    {
        var sentence = new Message(
            $"{folder} cannot be written: {Message.Sentence(reason)}", $"{folder} 不可写：{Message.Quote(reason)}。");
        if (reason.Contains("Read-only file system", StringComparison.OrdinalIgnoreCase))
        {
            return new Finding(
                "home.read_only",
                Severity.Critical,
                sentence,
                $"sudo mount -o remount,rw \"$(findmnt -n -o TARGET --target {home.Root})\"");
        }

        var mode = File.GetUnixFileMode(folder);
        var wanted = mode | UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        return new Finding(
            "home.not_writable",
            Severity.Critical,
            sentence,
            mode == wanted ? $"sudo chown -R \"$(id -u)\" {home.Root}" : $"chmod u+rwx {folder}")
        {
            Repair = mode == wanted
                ? null
                : Repair.Of(
                    new Message($"Let the owner write into {folder}?", $"允许所有者写入 {folder}？"),
                    () => File.SetUnixFileMode(folder, wanted)),
        };
    }

    // Modes tell half the truth: only a file that was written shows that one can be written.
    private static string? WhyNot(string folder)
    {
        var probe = Path.Combine(folder, $"probe.{System.Environment.ProcessId}");
        try
        {
            File.WriteAllText(probe, "This file shows that the folder can be written.\n");
            File.Delete(probe);
            return null;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            return ex.Message;
        }
    }
}
