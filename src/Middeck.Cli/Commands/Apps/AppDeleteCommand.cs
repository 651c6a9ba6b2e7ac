using System.CommandLine;
using System.Text.Json;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Apps;

/// <summary><c>middeck app delete APP</c>: to the trash, or for good.</summary>
internal static class AppDeleteCommand
{
    public static Command Create(CommandContext context)
    {
        var app = AppArgument.Create(context);
        var permanently = new Option<bool>("--permanently")
        {
            Description = new Message("Not to the trash, and without a way back", "不经过回收站，无法恢复").In(context.Tongue),
        };
        var command = new Command("delete", new Message("Delete an app", "删除应用").In(context.Tongue)) { app, permanently };
        command.SetWork(
            context,
            async (parsed, server, cancellationToken) =>
            {
                var id = await AppArgument.FindAsync(server, parsed.GetRequiredValue(app), cancellationToken);
                var forGood = parsed.GetValue(permanently);
                await server.SendAsync(
                    HttpMethod.Delete, $"api/v1/apps/{id}?permanently={(forGood ? "true" : "false")}", null, cancellationToken);
                return JsonSerializer.SerializeToElement(new { Id = id, Permanently = forGood }, Core.Json.Snake);
            },
            (parsed, _) => context.Output.WriteLine(
                (parsed.GetValue(permanently) ? AppMessages.Deleted() : AppMessages.Trashed())
                    .In(context.Tongue)));
        return command;
    }
}
