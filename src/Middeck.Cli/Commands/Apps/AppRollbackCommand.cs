using System.CommandLine;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Apps;

/// <summary><c>middeck app rollback APP --to N</c>: publishes an old version again.</summary>
internal static class AppRollbackCommand
{
    public static Command Create(CommandContext context)
    {
        var app = AppArgument.Create(context);
        var to = new Option<int>("--to") { Description = new Message("The number of the old version", "旧版本号").In(context.Tongue), Required = true };
        var note = new Option<string?>("--note") { Description = new Message("Why", "原因").In(context.Tongue) };
        var command = new Command("rollback", new Message("Publish an old version again", "重新发布旧版本").In(context.Tongue)) { app, to, note };
        command.SetWork(
            context,
            async (parsed, server, cancellationToken) => await server.SendAsync(
                HttpMethod.Post,
                $"api/v1/apps/{await AppArgument.FindAsync(server, parsed.GetRequiredValue(app), cancellationToken)}/rollback",
                new { Version = parsed.GetRequiredValue(to), Note = parsed.GetValue(note) },
                cancellationToken),
            (parsed, published) => context.Output.WriteLine(
                AppMessages.RolledBack(parsed.GetRequiredValue(to), published.GetProperty("version").GetInt32())
                    .In(context.Tongue)));
        return command;
    }
}
