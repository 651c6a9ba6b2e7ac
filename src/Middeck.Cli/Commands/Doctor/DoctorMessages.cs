using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Doctor;

/// <summary>What the doctor says, in both languages.</summary>
internal static class DoctorMessages
{
    public static Message NeedsTerminal() => new(
        "This repair asks for a secret and needs a terminal without --yes.", "此修复需要输入机密信息，请在终端中执行且不要使用 --yes。");

    public static Message NobodyToAsk() => new(
        "--fix asks for each repair, and nobody is at a terminal to answer: add --yes.",
        "--fix 会逐项询问，而当前没有终端可供回答，请加 --yes。");

    public static Message NotRepaired(Message reason) => new(
        $"Not repaired: {Message.Sentence(reason.English)}", $"修复失败：{Message.Quote(reason.Chinese)}。");

    public static Message Repaired() => new("Repaired.", "已修复。");

    public static Message AllWell() => new("All is well.", "一切正常。");

    public static Message Summary(int critical, int warnings) => new(
        $"{critical} critical, {warnings} warnings.", $"严重问题 {critical} 个，警告 {warnings} 个。");

    public static Message TryFix() => new(
        "Some of it can be repaired with: middeck doctor --fix", "部分问题可修复：middeck doctor --fix");
}
