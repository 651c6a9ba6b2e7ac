using Middeck.Cli.Commands.Doctor;
using Middeck.Operations.Environments;

namespace Middeck.Cli.Commands.Environments;

/// <summary>The answer of <c>middeck env use --json</c>.</summary>
/// <param name="Environment"><c>dev</c> or <c>prod</c>.</param>
/// <param name="Changed">Whether the configuration was changed.</param>
/// <param name="Backup">The copy of the one before; null when nothing was changed or there was none.</param>
/// <param name="Difference">The lines that change.</param>
/// <param name="Overridden">Settings that environment variables keep as they are.</param>
/// <param name="Readiness">What the readiness check found; null for dev.</param>
internal sealed record EnvironmentUseView(
    string Environment,
    bool Changed,
    string? Backup,
    IReadOnlyList<DiffLineView> Difference,
    IReadOnlyList<OverriddenView> Overridden,
    DoctorReport? Readiness);

/// <summary>The answer of <c>middeck env status --json</c>.</summary>
/// <param name="Environment"><c>dev</c> or <c>prod</c>, with everything that counts.</param>
/// <param name="Address">The address that is listened on.</param>
/// <param name="Port">The entry port.</param>
/// <param name="PublicUrl">How people reach the platform; empty when it is not set.</param>
/// <param name="LogLevel">How much is logged.</param>
/// <param name="Debug">Whether answers tell what broke inside.</param>
/// <param name="AllowedOrigins">Other origins that may call the API.</param>
/// <param name="SecureCookies">Whether cookies travel over HTTPS only.</param>
/// <param name="File">The configuration file; null when there is none.</param>
/// <param name="Backups">Its copies, the newest first.</param>
internal sealed record EnvironmentStatusView(
    string Environment,
    string Address,
    int Port,
    string PublicUrl,
    string LogLevel,
    bool Debug,
    IReadOnlyList<string> AllowedOrigins,
    bool SecureCookies,
    string? File,
    IReadOnlyList<ConfigurationBackupView> Backups);

/// <summary>A copy of the configuration.</summary>
/// <param name="Name">Its name, for <c>middeck env restore</c>.</param>
/// <param name="At">When it was made.</param>
internal sealed record ConfigurationBackupView(string Name, DateTimeOffset At);

/// <summary>The answer of <c>middeck env diff --json</c>.</summary>
/// <param name="With">What the configuration was compared with.</param>
/// <param name="Difference">The lines that differ; <c>-</c> is what is there now.</param>
internal sealed record EnvironmentDiffView(string With, IReadOnlyList<DiffLineView> Difference);

/// <summary>The answer of <c>middeck env restore --json</c>.</summary>
/// <param name="Restored">The copy that was put back; null when the answer was no.</param>
/// <param name="Difference">The lines that changed.</param>
internal sealed record EnvironmentRestoreView(string? Restored, IReadOnlyList<DiffLineView> Difference);

/// <summary>A setting that an environment variable keeps as it is.</summary>
/// <param name="Key">Such as <c>server.environment</c>.</param>
/// <param name="By">Such as <c>MIDDECK_ENV</c>.</param>
internal sealed record OverriddenView(string Key, string By);

/// <summary>One line of a difference.</summary>
/// <param name="Sign"><c>-</c> or <c>+</c>.</param>
/// <param name="Line">Its number in its file.</param>
/// <param name="Text">Its text, secrets masked.</param>
internal sealed record DiffLineView(string Sign, int Line, string Text)
{
    public static DiffLineView Of(DiffLine line) => new(line.Sign.ToString(), line.Line, line.Text);
}
