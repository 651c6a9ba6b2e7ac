using System.CommandLine;
using System.Text.Json;
using Middeck.Operations;
using Middeck.Operations.Environments;
using Middeck.Operations.Home;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Setup;

/// <summary><c>middeck setup</c>: makes a home ready (configuration, database, first administrator) and leaves nothing running.</summary>
internal static class SetupCommand
{
    public static Command Create(CommandContext context)
    {
        var without = new Option<string[]>("--without")
        {
            Description = new Message("Leave out services of services.yaml", "不包含 services.yaml 中的这些服务").In(context.Tongue),
            AllowMultipleArgumentsPerToken = true,
        };
        var rebuild = new Option<bool>("--rebuild")
        {
            Description = new Message("Build platform and console anew; only from a clone", "重新构建平台和控制台（仅限源码仓库）").In(context.Tongue),
        };
        var reset = new Option<bool>("--reset")
        {
            Description = new Message(
                "Begin anew: data, keys and logs are removed; backups and configuration stay", "重新开始：删除数据、密钥和日志，保留备份和配置").In(context.Tongue),
        };
        var yes = CommonOptions.Yes(context);
        var json = CommonOptions.AsJson(context);
        var command = new Command("setup", new Message(
            "Make configuration, database and first administrator without leaving anything running",
            "创建配置、数据库和首个管理员，不保持运行").In(context.Tongue))
        {
            without, rebuild, reset, yes, json,
        };
        command.AddExamples(
            ("middeck setup", new Message("Make a home ready", "准备主目录")),
            ("middeck setup --reset --yes", new Message("Begin anew without asking", "不询问，重新开始")));
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(rebuild) && !Clone.IsThere(context))
            {
                // The launcher has built anew before it started us.
                throw new RefusedException(ExitCode.Usage, SetupMessages.OnlyFromClone("--rebuild"));
            }

            if (parsed.GetValue(reset) && !await ResetAsync(context, parsed.GetValue(yes), cancellationToken))
            {
                return (int)ExitCode.Declined;
            }

            var view = await PrepareAsync(context, parsed.GetValue(without) ?? [], cancellationToken);
            context.Error.WriteLine(SetupMessages.Ready(view).In(context.Tongue));
            if (parsed.GetValue(json))
            {
                await context.Output.WriteLineAsync(JsonSerializer.Serialize(view, CliJson.Default.SetupView));
            }

            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static async Task<bool> ResetAsync(CommandContext context, bool yes, CancellationToken cancellationToken)
    {
        var reset = new HomeReset(context.Home, context.Clock);
        if (reset.Targets.Count == 0)
        {
            return true;
        }

        if (!Asking.Confirm(context, SetupMessages.AskReset(reset.Targets), yes))
        {
            return false;
        }

        await reset.RunAsync(cancellationToken);
        return true;
    }

    private static async Task<SetupView> PrepareAsync(
        CommandContext context, string[] without, CancellationToken cancellationToken)
    {
        context.Home.Create();
        var wrote = StarterConfiguration.WriteIfMissing(context.Home);
        await using var scene = SceneOpener.Open(context);
        if (scene.ConfigurationProblem is { } problem)
        {
            throw new RefusedException(ExitCode.Configuration, problem);
        }

        if (!new Operations.Supervision.Installation(context.Home, context.Clock).IsRunning)
        {
            // A start makes everything that is missing; any free port will do, for nobody is to come in.
            await scene.RunOwnAsync(["up", "--port", "0", .. without.SelectMany(name => new[] { "--without", name })], cancellationToken);
            await scene.RunOwnAsync(["down"], cancellationToken);
        }

        var passwords = context.Home.InitialPasswordFile;
        return new SetupView(context.Home.Root, context.Home.ConfigurationFile, wrote, File.Exists(passwords) ? passwords : null);
    }
}
