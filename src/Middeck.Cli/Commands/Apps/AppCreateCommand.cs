using System.CommandLine;
using Middeck.Operations;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Apps;

/// <summary><c>middeck app create</c>: an app of nothing, or of a template.</summary>
internal static class AppCreateCommand
{
    public static Command Create(CommandContext context)
    {
        var name = new Option<string?>("--name") { Description = new Message("The app's name", "应用名称").In(context.Tongue) };
        var mode = new Option<string?>("--mode")
        {
            Description = new Message("The kind, such as chat or completion", "类型，如 chat 或 completion").In(context.Tongue),
        };
        var description = new Option<string?>("--description") { Description = new Message("What it is for", "用途").In(context.Tongue) };
        var icon = new Option<string?>("--icon") { Description = new Message("An emoji", "表情符号图标").In(context.Tongue) };
        var template = new Option<string?>("--template")
        {
            Description = new Message("The id of a template, such as translation", "模板 ID，如 translation").In(context.Tongue),
        };
        var language = new Option<string?>("--language")
        {
            Description = new Message("The template's language: zh-CN or en", "模板语言：zh-CN 或 en").In(context.Tongue),
        };
        var command = new Command("create", new Message("Make an app", "创建应用").In(context.Tongue)) { name, mode, description, icon, template, language };
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
