using Middeck.Operations.Language;

namespace Middeck.Operations.Catalogue;

/// <summary>What is said about a catalogue, in both languages.</summary>
internal static class CatalogueMessages
{
    public static Message NotYaml(string place, string reason) => new(
        $"{place}: the file is not readable as YAML: {Message.Sentence(reason)}",
        $"{place}：文件不是有效的 YAML：{Message.Quote(reason)}。");

    public static Message UnknownKey(string place, string key, string? nearest, IEnumerable<string> allowed) => new(
        $"{place}: {key}: there is no such key.{(nearest is null ? "" : $" Did you mean {nearest}?")} Allowed are {string.Join(", ", allowed)}.",
        $"{place}：{key}：没有这个键。{(nearest is null ? "" : $"是否想写 {nearest}？")}可用：{string.Join("、", allowed)}。");

    public static Message BadValue(string place, string key, string value, string allowed, string allowedChinese) => new(
        $"{place}: {key} = {value}: {Message.Sentence(allowed)}",
        $"{place}：{key} = {value}：{Message.Quote(allowedChinese)}。");

    public static Message Bad(string place, string key, string allowed, string allowedChinese) => new(
        $"{place}: {key}: {Message.Sentence(allowed)}",
        $"{place}：{key}：{Message.Quote(allowedChinese)}。");

    public static Message Together(IReadOnlyList<Message> faults) => new(
        string.Join('\n', faults.Select(fault => fault.English)), string.Join('\n', faults.Select(fault => fault.Chinese)));

    public static Message SamePort(string place, string key, int port, string other, string otherPlace) => new(
        $"{place}: {key} = {port}: {other} ({otherPlace}) has this port already. Give one of them another.",
        $"{place}：{key} = {port}：{other}（{otherPlace}）已使用此端口，请为其中一个换一个端口。");

    public static Message SameRoute(string place, string key, string route, string other) => new(
        $"{place}: {key} = {route}: {other} has this route already. Give one of them another.",
        $"{place}：{key} = {route}：{other} 已使用此路由，请为其中一个换一个。");

    public static Message ReservedRoute(string place, string key, string route) => new(
        $"{place}: {key} = {route}: the platform itself answers there. Choose another path.",
        $"{place}：{key} = {route}：该路径由平台自身使用，请换一个路径。");

    public static Message Cycle(string place, IEnumerable<string> names) => new(
        $"{place}: depends_on: these need one another in a circle: {string.Join(" → ", names)}. Take one of them out.",
        $"{place}：depends_on：存在循环依赖：{string.Join(" → ", names)}，请去掉其中一个。");

    public static Message NotByHand(string file, string what) => new(
        $"{file} is written in a form that cannot be changed here without losing something. Write it yourself:\n{what}",
        $"{file} 的写法无法在不丢失内容的情况下自动修改，请手工写入：\n{what}");

    public static Message NoSuchPreset(string name, string? nearest, IEnumerable<string> known) => new(
        $"There is no ready-made entry {name}.{(nearest is null ? "" : $" Did you mean {nearest}?")} There are: {string.Join(", ", known)}.",
        $"没有名为 {name} 的预置服务。{(nearest is null ? "" : $"是否想写 {nearest}？")}可用：{string.Join("、", known)}。");

    public static Message AlreadyThere(string name, string place) => new(
        $"{place}: there is a service {name} already. Give the new one another name: middeck services add PRESET --name NAME.",
        $"{place}：已有名为 {name} 的服务。请另取名称：middeck services add PRESET --name NAME。");

    public static Message NoSuchService(string name, string? nearest, IEnumerable<string> known) => new(
        $"There is no service {name}.{(nearest is null ? "" : $" Did you mean {nearest}?")} There are: {string.Join(", ", known)}.",
        $"没有名为 {name} 的服务。{(nearest is null ? "" : $"是否想写 {nearest}？")}可用：{string.Join("、", known)}。");
}
