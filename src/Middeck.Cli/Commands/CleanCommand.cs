using System.CommandLine;
using System.Text.Json;
using Middeck.Cli.Running;
using Middeck.Operations;
using Middeck.Operations.Language;
using Middeck.Operations.Supervision;

namespace Middeck.Cli.Commands;

/// <summary><c>middeck clean</c>: removes what commands that were cut off left behind; never data, and never what somebody alive needs.</summary>
internal static class CleanCommand
{
    public static Command Create(CommandContext context)
    {
        var json = CommonOptions.AsJson(context);
        var dry = new Option<bool>("--dry-run")
        {
            Description = new Message("Only show what would be removed", "只显示将被清理的内容").In(context.Tongue),
        };
        var command = new Command("clean", new Message("Remove our own temporary files", "清理 Middeck 自己的临时文件").In(context.Tongue)) { json, dry };
        command.SetAction(parsed =>
        {
            var found = new TemporaryFiles(context.Home).Find();
            foreach (var (path, bytes) in found)
            {
                context.Error.WriteLine($"{path} ({bytes / 1024} KB)");
                if (!parsed.GetValue(dry))
                {
                    TemporaryFiles.Remove(path);
                }
            }

            if (parsed.GetValue(json))
            {
                var view = new CleanView(!parsed.GetValue(dry), [.. found.Select(file => file.Path)], found.Sum(file => file.Bytes));
                context.Output.WriteLine(JsonSerializer.Serialize(view, RunningJson.Default.CleanView));
            }
            else if (!parsed.GetValue(dry) || found.Count == 0)
            {
                var sentence = found.Count == 0 ? RunningMessages.NothingToClean() : RunningMessages.Cleaned(found.Count, found.Sum(file => file.Bytes));
                context.Output.WriteLine(sentence.In(context.Tongue));
            }

            return (int)ExitCode.Ok;
        });
        return command;
    }
}

/// <summary>The answer of <c>middeck clean --json</c>.</summary>
/// <param name="Removed">Whether they were removed.</param>
/// <param name="Paths">What there was.</param>
/// <param name="Bytes">How large together.</param>
internal sealed record CleanView(bool Removed, IReadOnlyList<string> Paths, long Bytes);
