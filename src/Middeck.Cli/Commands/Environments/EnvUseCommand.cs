using System.CommandLine;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Environments;

/// <summary><c>middeck env use dev|prod</c>: shows what will change, checks production first, asks, and changes it at once.</summary>
internal static class EnvUseCommand
{
    public static Command Create(CommandContext context)
    {
        var name = new Argument<string>("environment")
        {
            Description = new Message("dev or prod", "dev 或 prod").In(context.Tongue),
        };
        name.AcceptOnlyFromAmong("dev", "prod");
        var host = new Option<string?>("--host")
        {
            Description = new Message(
                "How people reach production, such as ai.example.com; else as before", "生产环境的访问域名，如 ai.example.com；默认沿用之前的设置").In(context.Tongue),
        };
        var force = new Option<bool>("--force")
        {
            Description = new Message(
                "Switch to prod although the readiness check found something critical", "就绪检查发现严重问题时仍切换到 prod").In(context.Tongue),
        };
        var yes = CommonOptions.Yes(context);
        var json = CommonOptions.AsJson(context);
        var command = new Command("use", new Message(
            "Switch to an environment; prod is checked first", "切换环境；切换到 prod 前会先检查").In(context.Tongue))
        {
            name, host, force, yes, json,
        };
        command.AddExamples(
            ("middeck env use prod --host ai.example.com", new Message("To production", "切换到生产环境")),
            ("middeck env use dev --yes", new Message("Back to development, without asking", "切换回开发环境，不询问")));
        command.SetAction(async (parsed, cancellationToken) =>
        {
            context.Home.Create();
            var use = new EnvironmentUse(context, parsed.GetValue(force), parsed.GetValue(yes), parsed.GetValue(json));
            return (int)await use.RunAsync(parsed.GetRequiredValue(name), parsed.GetValue(host), cancellationToken);
        });
        return command;
    }
}
