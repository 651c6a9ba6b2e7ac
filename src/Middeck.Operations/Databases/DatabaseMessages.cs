using Middeck.Operations.Language;

namespace Middeck.Operations.Databases;

internal static class DatabaseMessages
{
    public static Message Unreachable(string reason) => new(
        $"The database does not answer: {Message.Sentence(reason)} Start it with: middeck up, or look with: middeck doctor database.",
        $"数据库无响应：{Message.Quote(reason)}。请执行 middeck up，或用 middeck doctor database 检查。");
}
