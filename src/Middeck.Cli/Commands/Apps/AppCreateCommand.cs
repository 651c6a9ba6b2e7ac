using System.CommandLine;
using Middeck.Operations;

namespace Middeck.Cli.Commands.Apps;

/// <summary><c>middeck app create</c>: an app of nothing, or of a template.</summary>
internal static class AppCreateCommand
{
    public static Command Create(CommandContext context)
    {
        var name = new Option<string?>("--name") { Description = "The app's name" };
        var mode = new Option<string?>("--mode") { Description = "The kind, such as chat or completion" };
        var description = new Option<string?>("--description") { Description = "What it is for" };
        var icon = new Option<string?>("--icon") { Description = "An emoji" };
        var template = new Option<string?>("--template") { Description = "The id of a template, such as translation" };
        var language = new Option<string?>("--language") { Description = "The template's language: zh-CN or en" };
        var command = new Command("create", "Make an app") { name, mode, description, icon, template, language };
        command.SetWork(
            context,
            (parsed, server, cancellationToken) =>
            {
                if (parsed.GetValue(template) is null && (parsed.GetValue(name) is null || parsed.GetValue(mode) is null))
                {
                    throw new RefusedException(ExitCode.Usage, AppMessages.NameNeeded());
                }

                return server.SendAsync(
                    HttpMethod.Post,
                    "api/v1/apps",
                    new
                    {
                        Name = parsed.GetValue(name),
                        Mode = parsed.GetValue(mode),
                        Description = parsed.GetValue(description),
                        Icon = parsed.GetValue(icon),
                        Template = parsed.GetValue(template),
                        Language = parsed.GetValue(language),
                    },
                    cancellationToken);
            },
            (parsed, app) => context.Output.WriteLine(
                AppMessages.Created(app.GetProperty("id").GetString()).In(context.Tongue)));
        return command;
    }
}
