using System.CommandLine;
using Middeck.Operations.Language;

namespace Middeck.Cli;

/// <summary>The options that many commands share, described in the command's language.</summary>
internal static class CommonOptions
{
    public static Option<bool> AsJson(CommandContext context) => new("--json")
    {
        Description = new Message("One JSON document on standard output", "在标准输出上给出一个 JSON 文档").In(context.Tongue),
    };

    public static Option<bool> Yes(CommandContext context) => new("--yes", "-y")
    {
        Description = new Message("Answer every question with yes", "对所有询问回答“是”").In(context.Tongue),
    };
}
