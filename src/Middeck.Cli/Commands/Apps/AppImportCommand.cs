using System.CommandLine;
using System.Text.Json;
using Middeck.Cli.Servers;
using Middeck.Operations;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Apps;

/// <summary><c>middeck app import FILE [--app APP]</c>: an app of a YAML file, or an app's draft. A file that waits to be confirmed is a failure.</summary>
internal static class AppImportCommand
{
    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("file")
        {
            Description = new Message("A YAML file; - reads the standard input", "YAML 文件；- 表示标准输入").In(context.Tongue),
        };
        var app = new Option<string?>("--app")
        {
            Description = new Message("The app whose draft it is to be, by id or name", "导入到该应用的草稿，用 ID 或名称指定").In(context.Tongue),
        };
        var confirm = new Option<bool>("--confirm")
        {
            Description = new Message("Import it although its version is another", "版本不同也导入").In(context.Tongue),
        };
        var command = new Command("import", new Message("Import an app from a file", "从文件导入应用").In(context.Tongue)) { file, app, confirm };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var server = ServerOptions.Open(parsed, context.Environment);
            var bytes = await AppFiles.ReadAsync(parsed.GetRequiredValue(file), cancellationToken);
            var query = parsed.GetValue(confirm) ? "confirm=true" : "confirm=false";
            if (parsed.GetValue(app) is { } name)
            {
                query += $"&app_id={await AppArgument.FindAsync(server, name, cancellationToken)}";
            }

            var result = await server.PostYamlAsync($"api/v1/apps/import?{query}", bytes, cancellationToken);
            AppCommand.Show(context, parsed, result, (_, answer) => Tell(context, parsed, answer));
            return (int)(result.GetProperty("status").GetString() == "pending" ? ExitCode.Failed : ExitCode.Ok);
        });
        return command;
    }

    private static void Tell(CommandContext context, ParseResult parsed, JsonElement result)
    {
        foreach (var warning in result.GetProperty("warnings").EnumerateArray())
        {
            context.Error.WriteLine(AppMessages.Warning(
                warning.GetProperty("path").GetString(), warning.GetProperty("message").GetString()).In(context.Tongue));
        }

        if (result.GetProperty("status").GetString() == "pending")
        {
            context.Error.WriteLine(AppMessages.Pending(result.GetProperty("version").GetString()).In(context.Tongue));
        }
        else
        {
            context.Output.WriteLine(AppMessages.Imported(result.GetProperty("app_id").GetString()).In(context.Tongue));
        }
    }
}
