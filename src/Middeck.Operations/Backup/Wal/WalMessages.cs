using Middeck.Operations.Language;

namespace Middeck.Operations.Backup.Wal;

internal static class WalMessages
{
    public static Message AnotherSegment(string path) => new(
        $"{path} is there with other content. Two databases must not share a folder: set backup.wal_folder.",
        $"{path} 已存在且内容不同。两个数据库不能共用一个目录，请设置 backup.wal_folder。");

    public static Message NotKept() => new(
        "No write-ahead log is kept. Set backup.wal_archive: true in middeck.yaml, restart, and make a backup; from then on any moment can be restored.",
        "未启用预写日志归档。请在 middeck.yaml 中设置 backup.wal_archive: true，重启并创建一次备份；此后即可恢复到任意时刻。");

    public static Message NoBase(DateTimeOffset at, string folder) => new(
        $"No base backup in {folder} ended before {at:u}. A later moment can be restored, or a whole backup: middeck backup list.",
        $"{folder} 中没有在 {at:u} 之前完成的基础备份。可恢复到更晚的时刻，或恢复完整备份：middeck backup list。");

    public static Message NotPrivate() => new(
        "The write-ahead log is kept only of the private PostgreSQL. Ask whoever runs your database for point-in-time recovery.",
        "预写日志归档仅适用于专用 PostgreSQL。如需时间点恢复，请联系数据库管理员。");

    public static Message BaseFailed(string reason) => new(
        $"The base backup failed: {Message.Sentence(reason)}", $"基础备份失败：{Message.Quote(reason)}。");

    public static Message NotReached(DateTimeOffset at, string log) => new(
        $"The log does not reach {at:u}; the data is as it was. PostgreSQL's reason is in {log}.",
        $"日志未覆盖到 {at:u}，数据保持原状。原因见 {log}。");

    public static Message DataInTheWay(string data) => new(
        $"{data} would be replaced by its state at that time: add --overwrite. The present data stays beside it.",
        $"{data} 将被替换为该时刻的状态：请加上 --overwrite。当前数据会保留在其旁边。");

    public static Message BaseDamaged(string folder, string reason) => new(
        $"The base backup {folder} is damaged: {Message.Sentence(reason)}",
        $"基础备份 {folder} 已损坏：{Message.Quote(reason)}。");
}
