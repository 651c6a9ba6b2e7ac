using System.CommandLine;
using Middeck.Cli.Servers;
using Middeck.Operations;

namespace Middeck.Cli.Commands.Apps;

/// <summary><c>middeck app export APP [-o FILE]</c>: an app's draft or version as YAML.</summary>
internal static class AppExportCommand
{
    public static Command Create(CommandContext context)
    {
        var app = AppArgument.Create();
        var version = new Option<string?>("--version") { Description = "draft, or the number of a version; else the draft" };
        var secrets = new Option<bool>("--include-secrets") { Description = "Leave credentials in" };
        var output = new Option<string?>("--output", "-o") { Description = "A file instead of standard output" };
        var command = new Command("export", "Write an app as YAML") { app, version, secrets, output };
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
