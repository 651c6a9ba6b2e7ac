using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Apps;

/// <summary>What the commands about apps say, in both languages.</summary>
internal static class AppMessages
{
    public static Message NoSuchApp(string name) => new(
        $"No app is called '{name}'. See them with: middeck app list.",
        $"没有名为“{name}”的应用。查看全部：middeck app list。");

    public static Message SeveralApps(string name, IEnumerable<Guid> ids) => new(
        $"More than one app is called '{name}'. Name it by its id: {string.Join(", ", ids)}.",
        $"有多个应用名为“{name}”。请使用 ID：{string.Join("、", ids)}。");

    public static Message NoSuchFile(string path, string reason) => new(
        $"{path} cannot be read: {Message.Sentence(reason)}", $"无法读取 {path}：{Message.Quote(reason)}。");

    public static Message FileNotWritten(string path, string reason) => new(
        $"{path} cannot be written: {Message.Sentence(reason)}", $"无法写入 {path}：{Message.Quote(reason)}。");

    public static Message NameNeeded() => new(
        "Give --name and --mode, or a --template.", "请指定 --name 和 --mode，或使用 --template。");

    public static Message FileOrSides() => new(
        "Compare a file --with a side, or two sides by --from and --to, not both.",
        "请用 --with 比较文件，或用 --from 与 --to 比较两个版本，不能同时使用。");

    public static Message Created(string? id) => new($"Made app {id}.", $"已创建应用 {id}。");

    public static Message Imported(string? id) => new($"Imported into app {id}.", $"已导入应用 {id}。");

    public static Message Pending(string? version) => new(
        $"Nothing is imported yet: the file is of version {version}. To import it all the same, add --confirm.",
        $"尚未导入：文件版本为 {version}。如仍要导入，请加 --confirm。");

    public static Message Warning(string? path, string? message) => new($"{path}: {message}", $"{path}：{message}");

    public static Message Published(int version) => new($"Published version {version}.", $"已发布版本 {version}。");

    public static Message RolledBack(int old, int version) => new(
        $"Published version {old} again, as version {version}.", $"已将版本 {old} 重新发布为版本 {version}。");

    public static Message NoDifference() => new("There is no difference.", "没有差异。");

    public static Message Trashed() => new(
        "Moved to the trash.", "已移入回收站。");

    public static Message Deleted() => new("Deleted for good.", "已永久删除。");
}
