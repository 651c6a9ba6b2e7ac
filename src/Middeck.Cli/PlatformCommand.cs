namespace Middeck.Cli;

/// <summary>How the platform is started from our own program.</summary>
internal static class PlatformCommand
{
    public static IReadOnlyList<string> For(CommandContext context, IReadOnlyDictionary<string, string> settings)
        => [context.Executable, "serve", .. SettingOptions.ToArguments(settings)];
}
