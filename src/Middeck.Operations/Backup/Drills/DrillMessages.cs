using Middeck.Operations.Language;

namespace Middeck.Operations.Backup.Drills;

internal static class DrillMessages
{
    public static Message NoPort() => new("No port is free for the drill.", "演练没有可用端口。");

    public static Message NotStarted(string words) => new(
        $"The restored platform did not start: {Message.Sentence(words)}",
        $"恢复后的平台未能启动：{Message.Quote(words)}。");

    public static Message Refused(string path, int status) => new(
        $"The restored platform answered {path} with {status}.",
        $"恢复后的平台对 {path} 返回 {status}。");
}
