using Middeck.Operations.Language;
using Middeck.Operations.Logs;

namespace Middeck.Operations.Checks.Machine;

/// <summary>Whether logs stay small. The supervisor rotates its own; without it, or for others, nobody does.</summary>
internal sealed class LogsCheck() : LocalCheck("logs", new Message("Logs stay small", "日志大小正常"))
{
    private const int Kept = 4;

    protected override IEnumerable<Finding> Find(CheckScene scene)
    {
        var limit = scene.Options.LogMegabytes;
        var files = Directory.Exists(scene.Home.Logs)
            ? Directory.EnumerateFiles(scene.Home.Logs, "*.log")
            : [];
        foreach (var file in files)
        {
            var size = new FileInfo(file).Length / (1024 * 1024);
            if (size >= limit)
            {
                yield return new Finding(
                    "logs.large",
                    Severity.Warning,
                    new Message(
                        $"{file} has {size} MB; the limit is {limit} MB (doctor.log_megabytes).",
                        $"{file} 已达 {size} MB，上限为 {limit} MB（doctor.log_megabytes）。"),
                    $"truncate -s 0 {file}")
                {
                    Repair = Repair.Of(
                        new Message(
                            $"Move {file} to {Path.GetFileName(file)}.1 and begin it anew?",
                            $"将 {file} 移为 {Path.GetFileName(file)}.1 并重新开始？"),
                        () => new LogRotation(0, Kept).Rotate(file)),
                };
            }
        }
    }
}
