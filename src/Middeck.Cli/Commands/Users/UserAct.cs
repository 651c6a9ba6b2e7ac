using System.Text.Json;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Users;

/// <summary>Tells what was done to an account.</summary>
internal static class UserAct
{
    public static void Tell(CommandContext context, bool json, UserActView view, Message sentence)
    {
        if (json)
        {
            context.Error.WriteLine(sentence.In(context.Tongue));
            context.Output.WriteLine(JsonSerializer.Serialize(view, CliJson.Default.UserActView));
            return;
        }

        context.Output.WriteLine(sentence.In(context.Tongue));
        if (view.Password is { } password)
        {
            context.Output.WriteLine(UserMessages.Generated(password).In(context.Tongue));
        }
    }
}
