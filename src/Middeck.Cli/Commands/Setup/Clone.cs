namespace Middeck.Cli.Commands.Setup;

/// <summary>The clone of the sources that the launcher started us from.</summary>
internal static class Clone
{
    // The launcher sets it; a release has no launcher.
    private const string Variable = "MIDDECK_BUILD_ROOT";

    /// <summary>Whether we were started from one.</summary>
    public static bool IsThere(CommandContext context) => Root(context) is not null;

    /// <summary>Its folder; null when we were started from a release.</summary>
    public static string? Root(CommandContext context)
        => context.Environment.GetValueOrDefault(Variable) is { Length: > 0 } root
            && File.Exists(Path.Combine(root, "Middeck.slnx")) ? root : null;
}
