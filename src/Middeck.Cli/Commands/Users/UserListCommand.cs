using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Middeck.Identity.Accounts;
using Middeck.Operations;
using Middeck.Operations.Language;
using Spectre.Console;

namespace Middeck.Cli.Commands.Users;

/// <summary><c>middeck user list</c>: who has an account.</summary>
internal static class UserListCommand
{
    public static Command Create(CommandContext context)
    {
        var json = CommonOptions.AsJson(context);
        var command = new Command("list", new Message("List the accounts", "列出账号").In(context.Tongue)) { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var accounts = await AccountSession.DoAsync(context, (work, _) => work.ListAsync(cancellationToken), cancellationToken);
            if (parsed.GetValue(json))
            {
                await context.Output.WriteLineAsync(
                    JsonSerializer.Serialize(new UserListView(accounts), CliJson.Default.UserListView));
            }
            else
            {
                Show(context.Output, accounts);
            }

            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static void Show(TextWriter output, IReadOnlyList<Account> accounts)
    {
        var table = new Table().Border(TableBorder.Minimal)
            .AddColumns("email", "name", "admin", "disabled", "workspaces", "created", "last login");
        foreach (var account in accounts)
        {
            table.AddRow(
                Markup.Escape(account.Email),
                Markup.Escape(account.Name),
                account.IsAdministrator ? "*" : "",
                account.IsDisabled ? "*" : "",
                account.Workspaces.ToString(CultureInfo.InvariantCulture),
                Day(account.CreatedAt),
                Day(account.LastLoginAt));
        }

        Terminal.On(output).Write(table);
    }

    private static string Day(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";
}
