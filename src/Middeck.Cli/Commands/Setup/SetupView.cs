namespace Middeck.Cli.Commands.Setup;

/// <summary>The answer of <c>middeck setup --json</c>.</summary>
/// <param name="Home">The home.</param>
/// <param name="Configuration">Its configuration file.</param>
/// <param name="ConfigurationWritten">Whether the file was made.</param>
/// <param name="InitialPasswordFile">Where the first administrator's generated password lies; null when it was changed or given.</param>
internal sealed record SetupView(string Home, string Configuration, bool ConfigurationWritten, string? InitialPasswordFile);
