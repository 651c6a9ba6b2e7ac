using Middeck.Operations.Language;

namespace Middeck.Operations.Home;

internal static class HomeMessages
{
    public static Message NotWritable(string root, string reason) => new(
        $"The home {root} cannot be written ({Message.Quote(reason)}). Run as its owner, or name another folder: MIDDECK_HOME=/path middeck up.",
        $"主目录 {root} 不可写（{Message.Quote(reason)}）。请以其所有者身份运行，或指定其他目录：MIDDECK_HOME=/path middeck up。");

    public static Message DiskFull(string folder) => new(
        $"The disk that holds {folder} is full. Free some space, or name a folder on another disk: MIDDECK_HOME=/path middeck up.",
        $"{folder} 所在磁盘已满。请释放空间，或指定其他磁盘上的目录：MIDDECK_HOME=/path middeck up。");

    public static Message DiskLow(string folder, long free, long wanted) => new(
        $"The disk that holds {folder} has {free} MB free; a start needs {wanted} MB. Free some space, or name a folder on another disk: MIDDECK_HOME=/path middeck up.",
        $"{folder} 所在磁盘剩余 {free} MB，启动至少需要 {wanted} MB。请释放空间，或指定其他磁盘上的目录：MIDDECK_HOME=/path middeck up。");
}
