using System.CommandLine;
using Middeck.Cli.Servers;
using Middeck.Operations;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Apps;

/// <summary>Names an app: by its id, or by its name when no other app has it.</summary>
internal static class AppArgument
{
    public static Argument<string> Create(CommandContext context) => new("app")
    {
        Description = new Message("The app's id, or its name", "应用的 ID 或名称").In(context.Tongue),
    };

    /// <summary>The app's id.</summary>
    /// <exception cref="RefusedException">No app has the name, or more than one has.</exception>
    public static async Task<Guid> FindAsync(ServerClient server, string text, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(text, out var id))
        {
            return id;
        }

        var found = new List<Guid>();
        await foreach (var app in AppPages.ReadAsync(server, $"q={Uri.EscapeDataString(text)}", cancellationToken))
        {
            if (app.GetProperty("name").GetString() == text)
            {
                found.Add(app.GetProperty("id").GetGuid());
            }
        }

        return found.Count switch
        {
            1 => found[0],
            0 => throw new RefusedException(ExitCode.ServerRefused, AppMessages.NoSuchApp(text)),
            _ => throw new RefusedException(ExitCode.ServerRefused, AppMessages.SeveralApps(text, found)),
        };
    }
}
