using System.CommandLine;
using Middeck.Operations;
using Middeck.Operations.Databases;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Databases;

/// <summary><c>middeck db shell [-- ARGUMENT…]</c>: psql on the platform's database, without anybody typing a password.</summary>
internal static class DbShellCommand
{
    public static Command Create(CommandContext context)
    {
        var arguments = new Argument<string[]>("psql-arguments")
        {
            Description = new Message("Arguments of psql, after --", "psql 的参数，写在 -- 之后").In(context.Tongue),
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("shell", new Message(
            "Open psql on the platform's database", "用 psql 打开平台数据库").In(context.Tongue))
        {
            arguments,
        };
        command.AddExamples(
            ("middeck db shell", new Message("A session", "进入会话")),
            ("middeck db shell -- -c \"SELECT now()\"", new Message("One statement", "执行一条语句")));
        command.SetAction(async (parsed, cancellationToken) =>
        {
            // psql's password file lies there.
            context.Home.Create();
            await using var scene = SceneOpener.Open(context);
            var shell = await DatabaseShell.PrepareAsync(scene, cancellationToken)
                ?? throw new RefusedException(ExitCode.ProgramMissing, NoPsql());
            return await shell.RunAsync(parsed.GetValue(arguments) ?? []);
        });
        return command;
    }

    private static Message NoPsql() => new(
        "psql is not installed. Install it with: sudo apt-get install postgresql-client.",
        "未安装 psql。请执行：sudo apt-get install postgresql-client。");
}
