using Middeck.Operations.Language;

namespace Middeck.Cli.Running;

/// <summary>What starting and stopping services says.</summary>
internal static class RunningMessages
{
    public static Message ServiceUp(string name, int seconds) => new($"{name} is up ({seconds} s).", $"{name} 已就绪（{seconds} 秒）。");

    public static Message StillWaiting(IEnumerable<string> names, int seconds) => new(
        $"Waiting for {string.Join(", ", names)} ({seconds} s).", $"等待 {string.Join("、", names)}（{seconds} 秒）。");

    public static Message ServiceLost(string name, string why) => new(
        $"{name} does not work: {Message.Sentence(why)}", $"{name} 未能正常工作：{Message.Quote(why)}。");

    public static Message LastLines(string name, string path) => new($"The end of its log ({path}):", $"{name} 日志末尾（{path}）：");

    public static Message NoLog() => new("It has written no log.", "没有日志。");

    public static Message Try(string name, bool isProgramMissing, string? program) => isProgramMissing
        ? new($"Its program is not here: install {program}, or name its path in command.", $"未找到程序：请安装 {program}，或在 command 中写明路径。")
        : new(
            $"Cure the cause, then run: middeck restart {name}. More: middeck logs {name}. To go on without it: middeck down {name}, or enabled: false in services.yaml.",
            $"排除原因后执行：middeck restart {name}；详情：middeck logs {name}；如暂不需要：middeck down {name}，或在 services.yaml 中设 enabled: false。");

    public static Message NotReady(string other) => new($"it waits for {other}, which is not ready", $"等待 {other}，但它尚未就绪");

    public static Message Addresses() => new("Where to reach everything:", "访问地址：");

    public static Message StopNeeded(IEnumerable<string> services, IEnumerable<string> dependents) => new(
        $"{string.Join(", ", dependents)} cannot work without {string.Join(", ", services)}. Stop them as well?",
        $"停止 {string.Join("、", services)} 后，{string.Join("、", dependents)} 将无法工作。是否一并停止？");

    public static Message ServicesStopped(IEnumerable<string> names) => new(
        $"Stopped: {string.Join(", ", names)}.", $"已停止：{string.Join("、", names)}。");

    public static Message NothingDone() => new("Nothing was done.", "未做任何操作。");

    public static Message AskPurge(IEnumerable<string> folders) => new(
        $"Delete the data of this home for ever? These folders go: {string.Join(", ", folders)}. Configuration, keys and backups stay.",
        $"是否永久删除此主目录的数据？将删除：{string.Join("、", folders)}。配置、密钥和备份会保留。");

    public static Message Purged() => new("The data was deleted.", "数据已删除。");

    public static Message NoData() => new("There is no data to delete.", "没有可删除的数据。");

    public static Message PurgeIsForAll() => new(
        "--purge deletes the data of the whole home; it cannot be had for single services.", "--purge 会删除整个主目录的数据，不能只针对个别服务。");

    public static Message RunsAnyway(string name) => new(
        $"{name} runs already. Stop it with: middeck down {name}.", $"{name} 已在运行。如需停止：middeck down {name}。");

    public static Message WithoutNeeded(string name, string dependent) => new(
        $"--without {name}: {dependent} needs it. Leave both out: --without {name} {dependent}.",
        $"--without {name}：{dependent} 依赖它。请一并排除：--without {name} {dependent}。");

    public static Message ForegroundIsForAll() => new(
        "--foreground starts everything; name services only in the background.", "--foreground 会启动全部服务，不能与服务名一起使用。");

    public static Message Cleaned(int count, long bytes) => new(
        $"{count} temporary {(count == 1 ? "file" : "files")} removed, {bytes / 1024} KB.", $"已清理 {count} 个临时文件，共 {bytes / 1024} KB。");

    public static Message NothingToClean() => new("There is nothing to clean.", "没有需要清理的临时文件。");
}
