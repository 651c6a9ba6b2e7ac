using System.CommandLine;
using Middeck.Identity.Accounts;
using Middeck.Operations;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Users;

/// <summary><c>middeck user create EMAIL</c>: an account in a workspace.</summary>
internal static class UserCreateCommand
{
    public static Command Create(CommandContext context)
    {
        var email = UserCommand.Email(context);
        var name = new Option<string?>("--name") { Description = new Message("What the person is called", "姓名").In(context.Tongue) };
        var admin = new Option<bool>("--admin")
        {
            Description = new Message("They administer the installation", "设为管理员").In(context.Tongue),
        };
        var workspace = new Option<string?>("--workspace")
        {
            Description = new Message("Their workspace by id or name; else the first one", "所属工作空间的 ID 或名称；默认为第一个").In(context.Tongue),
        };
        var role = new Option<string>("--role")
        {
            Description = new Message("Their role there", "在该工作空间的角色").In(context.Tongue),
            DefaultValueFactory = _ => "editor",
        };
        var password = new PasswordInput(context);
        var json = CommonOptions.AsJson(context);
        var command = new Command("create", new Message("Make an account", "创建账号").In(context.Tongue))
        {
            email, name, admin, workspace, role, json,
        };
        password.AddTo(command);
        command.AddExamples(
            ("middeck user create ann@example.com --generate", new Message("With a generated password", "自动生成密码")),
            ("middeck user create bo@example.com --password-stdin < file", new Message("With a password from a file", "从文件读取密码")));
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var account = new NewAccount(parsed.GetRequiredValue(email))
            {
                Name = parsed.GetValue(name),
                Password = password.Read(context, parsed),
                IsAdministrator = parsed.GetValue(admin),
                Workspace = parsed.GetValue(workspace),
                Role = parsed.GetRequiredValue(role),
            };
            var generated = await AccountSession.DoAsync(
                context, (work, who) => work.CreateAsync(account, who, cancellationToken), cancellationToken);
            UserAct.Tell(
                context, parsed.GetValue(json), new UserActView(account.Email, "created", generated), UserMessages.Created(account.Email));
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
