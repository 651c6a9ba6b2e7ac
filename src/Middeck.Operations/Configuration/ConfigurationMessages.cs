using Middeck.Operations.Language;

namespace Middeck.Operations.Configuration;

internal static class ConfigurationMessages
{
    public static Message UnknownKey(string place, string key, string? value, string? nearest) => new(
        $"{place}: {Given(key, value)}: there is no such key.{(nearest is null ? "" : $" Did you mean {nearest}?")}",
        $"{place}：{Given(key, value)}：没有这个配置项。{(nearest is null ? "" : $"是否想写 {nearest}？")}");

    public static Message BadValue(string place, string key, string? value, string allowed) => new(
        $"{place}: {Given(key, value)}: {Message.Sentence(allowed)}",
        $"{place}：{Given(key, value)}：取值无效。{Message.Quote(allowed)}。");

    public static Message MissingValue(string key, string allowed) => new(
        $"{key}: {Message.Sentence(allowed)}",
        $"{key}：{Message.Quote(allowed)}。");

    private static string Given(string key, string? value) => value is null ? key : $"{key} = {SecretNames.Mask(key, value)}";
}
