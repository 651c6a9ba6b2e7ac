using System.CommandLine;
using Middeck.Cli.Servers;
using Middeck.Operations;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Apps;

/// <summary><c>middeck app export APP [-o FILE]</c>: an app's draft or version as YAML.</summary>
internal static class AppExportCommand
{
    public static Command Create(CommandContext context)
    {
        var app = AppArgument.Create(context);
        var version = new Option<string?>("--version")
        {
            Description = new Message("draft, or the number of a version; else the draft", "draft 或版本号；默认为草稿").In(context.Tongue),
        };
        var secrets = new Option<bool>("--include-secrets") { Description = new Message("Leave credentials in", "保留凭据").In(context.Tongue) };
        var output = new Option<string?>("--output", "-o")
        {
            Description = new Message("A file instead of standard output", "写入文件而非标准输出").In(context.Tongue),
        };
        var command = new Command("export", new Message("Write an app as YAML", "将应用导出为 YAML").In(context.Tongue)) { app, version, secrets, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var server = ServerOptions.Open(parsed, context.Environment);
            var id = await AppArgument.FindAsync(server, parsed.GetRequiredValue(app), cancellationToken);
            var side = Uri.EscapeDataString(parsed.GetValue(version) ?? "draft");
            var yaml = await server.GetTextAsync(
                $"api/v1/apps/{id}/export?version={side}&include_secrets={(parsed.GetValue(secrets) ? "true" : "false")}",
                cancellationToken);
            if (parsed.GetValue(output) is { } path)
            {
                await AppFiles.WriteAsync(path, yaml, cancellationToken);
            }
            else
            {
                await context.Output.WriteAsync(yaml.AsMemory(), cancellationToken);
            }

            return (int)ExitCode.Ok;
        });
        return command;
    }
}
