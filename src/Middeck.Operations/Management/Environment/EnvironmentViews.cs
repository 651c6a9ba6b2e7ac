using System.ComponentModel.DataAnnotations;

namespace Middeck.Operations.Management.Environment;

/// <summary>The environment that the configuration names, and what a switch to the other would change.</summary>
/// <param name="Environment"><c>dev</c> or <c>prod</c>.</param>
/// <param name="PublicUrl">How people reach the platform; empty when nothing is set.</param>
/// <param name="File">The configuration file.</param>
/// <param name="Other">The switch; null when the file cannot be changed line by line.</param>
/// <param name="Problem">Why there is none.</param>
/// <param name="Backups">Dated copies of the configuration, the newest first.</param>
public sealed record EnvironmentView(
    string Environment, string PublicUrl, string File, SwitchView? Other, Sentence? Problem, IReadOnlyList<CopyView> Backups);

/// <summary>What a switch would change.</summary>
/// <param name="Environment">To which environment.</param>
/// <param name="Changes">What is set.</param>
/// <param name="Difference">The lines of the file that change; secrets are masked.</param>
/// <param name="Overridden">Settings that an environment variable overrides all the same.</param>
public sealed record SwitchView(
    string Environment, IReadOnlyList<ChangeView> Changes, IReadOnlyList<LineView> Difference, IReadOnlyList<OverriddenView> Overridden);

/// <summary>One setting.</summary>
/// <param name="Section">Its section.</param>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its new value as YAML; null takes it out.</param>
public sealed record ChangeView(string Section, string Key, string? Value);

/// <summary>One line that changes.</summary>
/// <param name="Sign"><c>-</c> or <c>+</c>.</param>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Text">Its text.</param>
public sealed record LineView(string Sign, int Line, string Text);

/// <summary>A setting that something stronger than the file overrides.</summary>
/// <param name="Key">The setting, such as <c>server.debug</c>.</param>
/// <param name="By">The environment variable.</param>
public sealed record OverriddenView(string Key, string By);

/// <summary>A dated copy of the configuration.</summary>
/// <param name="Name">Its name.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record CopyView(string Name, DateTimeOffset CreatedAt);

/// <summary>What came of checks.</summary>
/// <param name="Ready">Whether nothing critical was found.</param>
/// <param name="Reports">One for each check.</param>
public sealed record ReadinessView(bool Ready, IReadOnlyList<CheckReportView> Reports);

/// <summary>What a switch did.</summary>
/// <param name="Environment">The environment that the file names now.</param>
/// <param name="Backup">The copy of the configuration before; null when there was none.</param>
/// <param name="RestartNeeded">The platform takes it up at its next start.</param>
public sealed record SwitchedView(string Environment, string? Backup, bool RestartNeeded);

/// <summary>An environment to judge or to switch to.</summary>
public sealed record EnvironmentRequest
{
    /// <summary><c>dev</c> or <c>prod</c>.</summary>
    [Required, RegularExpression("dev|prod")]
    public string Environment { get; init; } = "";

    /// <summary>How people reach the platform in production, such as <c>ai.example.com</c>; null as before.</summary>
    [StringLength(253)]
    public string? PublicHost { get; init; }

    /// <summary>Whether to switch although something critical was found.</summary>
    public bool Force { get; init; }
}
