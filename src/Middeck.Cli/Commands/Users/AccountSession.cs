using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Errors;
using Middeck.Identity.Accounts;
using Middeck.Operations;

namespace Middeck.Cli.Commands.Users;

/// <summary>Works on accounts over the installation's database. What cannot be done is a refusal with a sentence.</summary>
internal static class AccountSession
{
    // Who did it stands in the audit log: the machine's user, who has no account here.
    private static readonly string Operator = $"{Environment.UserName}@{Environment.MachineName} (middeck user)";

    /// <summary>Does the work.</summary>
    /// <exception cref="RefusedException">The configuration is wrong, the database does not answer, or the account refuses it.</exception>
    public static async Task<T> DoAsync<T>(
        CommandContext context, Func<IAccounts, string, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var scene = SceneOpener.Open(context);
        if (scene.ConfigurationProblem is { } problem)
        {
            throw new RefusedException(ExitCode.Configuration, problem);
        }

        if (!await scene.HasSchemaAsync(cancellationToken))
        {
            throw new RefusedException(ExitCode.NotRunning, UserMessages.NoDatabase());
        }

        try
        {
            return await work(scene.Platform!.GetRequiredService<IAccounts>(), Operator);
        }
        catch (FaultException ex)
        {
            throw new RefusedException(ExitCode.AccountRefused, UserMessages.Of(ex.Fault), ex);
        }
    }
}
