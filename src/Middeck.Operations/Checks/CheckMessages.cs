using Middeck.Operations.Language;

namespace Middeck.Operations.Checks;

/// <summary>What checks say that could not look.</summary>
internal static class CheckMessages
{
    public static Message NoDatabase() => new(
        "The database does not answer; the check 'database' says why.", "数据库无响应，原因见检查项 database。");

    public static Message OnlyInProduction() => new(
        "It matters in production only; look before a switch with: middeck env use prod.", "仅生产环境需要；切换前可用 middeck env use prod 检查。");

    public static Message Broke(string name, string reason) => new(
        $"The check '{name}' broke off: {Message.Sentence(reason)}", $"检查项 {name} 中断：{Message.Quote(reason)}。");

    public static Message NoSuchCheck(string name, IEnumerable<string> known) => new(
        $"There is no check {name}. Known are: {string.Join(", ", known)}.",
        $"没有名为 {name} 的检查项。可用：{string.Join("、", known)}。");
}
