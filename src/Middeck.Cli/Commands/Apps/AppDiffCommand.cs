using System.CommandLine;
using System.Text.Json;
using Middeck.Cli.Servers;
using Middeck.Core;
using Middeck.Operations;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Apps;

/// <summary>
/// <c>middeck app diff APP [FILE]</c>: how a YAML file differs from the app, or two of its versions from each other. Like
/// <c>diff</c> itself it ends with 0 for no difference and with 1 for some.
/// </summary>
internal static class AppDiffCommand
{
    public static Command Create(CommandContext context)
    {
        var app = AppArgument.Create(context);
        var file = new Argument<string?>("file")
        {
            Description = new Message("A YAML file; - reads the standard input", "YAML 文件；- 表示标准输入").In(context.Tongue),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var with = new Option<string?>("--with")
        {
            Description = new Message("What the file is compared with: draft or a version; else the draft", "与文件比较的对象：draft 或版本号；默认为草稿").In(context.Tongue),
        };
        var from = new Option<string?>("--from")
        {
            Description = new Message("Without a file: draft or a version; else the live version", "未给文件时：draft 或版本号；默认为线上版本").In(context.Tongue),
        };
        var to = new Option<string?>("--to")
        {
            Description = new Message("Without a file: draft or a version; else the draft", "未给文件时：draft 或版本号；默认为草稿").In(context.Tongue),
        };
        var command = new Command("diff", new Message("Compare a file with an app, or two versions", "比较文件与应用，或比较两个版本").In(context.Tongue)) { app, file, with, from, to };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetValue(file);
            var (side, before, after) = (parsed.GetValue(with), parsed.GetValue(from), parsed.GetValue(to));
            if (path is null ? side is not null : before is not null || after is not null)
            {
                throw new RefusedException(ExitCode.Usage, AppMessages.FileOrSides());
            }

            using var server = ServerOptions.Open(parsed, context.Environment);
            var bytes = path is null ? null : await AppFiles.ReadAsync(path, cancellationToken);
            var address = $"api/v1/apps/{await AppArgument.FindAsync(server, parsed.GetRequiredValue(app), cancellationToken)}/diff";
            var changes = bytes is null
                ? await server.GetAsync($"{address}?{Query("from", before)}&{Query("to", after)}", cancellationToken)
                : await server.PostYamlAsync($"{address}?{Query("with", side)}", bytes, cancellationToken);
            AppCommand.Show(context, parsed, changes, (_, answer) => Tell(context, parsed, answer));
            return changes.GetArrayLength() > 0 ? 1 : 0;
        });
        return command;
    }

    private static void Tell(CommandContext context, ParseResult parsed, JsonElement changes)
    {
        if (changes.GetArrayLength() == 0)
        {
            context.Output.WriteLine(AppMessages.NoDifference().In(context.Tongue));
        }

        foreach (var change in changes.EnumerateArray())
        {
            context.Output.WriteLine(change.GetProperty("path").GetString());
            Line(context.Output, '-', change, "before", unless: "added");
            Line(context.Output, '+', change, "after", unless: "removed");
        }
    }

    private static void Line(TextWriter output, char sign, JsonElement change, string side, string unless)
    {
        if (change.GetProperty("kind").GetString() != unless)
        {
            output.WriteLine($"  {sign} {JsonSerializer.Serialize(change.GetProperty(side), Json.Snake)}");
        }
    }

    // Nothing is sent for what is not said: the server has its own idea of it.
    private static string Query(string name, string? value) => value is null ? "" : $"{name}={Uri.EscapeDataString(value)}";
}
