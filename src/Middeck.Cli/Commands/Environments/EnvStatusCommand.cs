using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Middeck.Operations;
using Middeck.Operations.Configuration;
using Middeck.Operations.Environments;
using Middeck.Operations.Language;
using Spectre.Console;

namespace Middeck.Cli.Commands.Environments;

/// <summary><c>middeck env status</c>: the settings that make the environment, and the copies to go back to.</summary>
internal static class EnvStatusCommand
{
    public static Command Create(CommandContext context)
    {
        var json = CommonOptions.AsJson(context);
        var command = new Command("status", new Message(
            "Show the environment's settings and the backups of the configuration", "显示当前环境设置和配置备份").In(context.Tongue))
        {
            json,
        };
        command.SetAction(parsed =>
        {
            var view = View(context);
            if (parsed.GetValue(json))
            {
                context.Output.WriteLine(JsonSerializer.Serialize(view, CliJson.Default.EnvironmentStatusView));
            }
            else
            {
                Show(context, view);
            }

            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static EnvironmentStatusView View(CommandContext context)
    {
        var server = ConfigurationLoader.Server(
            ConfigurationLoader.Load(context.Home, new Dictionary<string, string>(), context.Environment));
        var file = context.Home.ConfigurationFile;
        return new EnvironmentStatusView(
            server.Environment,
            server.Address,
            server.Port,
            server.PublicUrl,
            server.LogLevel.ToString().ToLowerInvariant(),
            server.Debug,
            server.AllowedOrigins,
            server.SecureCookies,
            File.Exists(file) ? file : null,
            [.. new ConfigurationBackups(context.Home, context.Clock).List().Select(backup => new ConfigurationBackupView(backup.Name, backup.At))]);
    }

    private static void Show(CommandContext context, EnvironmentStatusView view)
    {
        var settings = new Table().Border(TableBorder.Minimal).HideHeaders().AddColumns("name", "value");
        foreach (var (name, value) in (IEnumerable<(string, string)>)
        [
            ("environment", view.Environment),
            ("address", string.Create(CultureInfo.InvariantCulture, $"{view.Address}:{view.Port}")),
            ("public_url", view.PublicUrl),
            ("log_level", view.LogLevel),
            ("debug", view.Debug ? "true" : "false"),
            ("allowed_origins", string.Join(", ", view.AllowedOrigins)),
            ("secure_cookies", view.SecureCookies ? "true" : "false"),
            ("file", view.File ?? "–"),
        ])
        {
            settings.AddRow(name, Markup.Escape(value));
        }

        Terminal.On(context.Output).Write(settings);
        foreach (var backup in view.Backups)
        {
            context.Output.WriteLine($"{backup.Name}  {backup.At.LocalDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}");
        }
    }
}
