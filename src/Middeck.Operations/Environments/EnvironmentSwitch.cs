using Microsoft.Extensions.Configuration;
using Middeck.Operations.Configuration;
using Middeck.Operations.Home;

namespace Middeck.Operations.Environments;

/// <summary>Switches a home between <c>dev</c> and <c>prod</c> by changing its <c>middeck.yaml</c>; what runs takes it up at its next start.</summary>
public sealed class EnvironmentSwitch(MiddeckHome home, TimeProvider clock)
{
    private readonly ConfigurationBackups _backups = new(home, clock);

    /// <summary>What the switch would change. Changes nothing.</summary>
    /// <param name="environment"><c>dev</c> or <c>prod</c>.</param>
    /// <param name="host">How people reach the platform in production, such as <c>ai.example.com</c>; null as before.</param>
    /// <exception cref="RefusedException">The file cannot be read or not be changed line by line, or the host is none.</exception>
    public EnvironmentPlan Plan(string environment, string? host)
    {
        var before = ConfigurationFile.Read(home.ConfigurationFile);
        var present = OptionsOf(before, home.ConfigurationFile);
        var publicUrl = host is not null ? UrlOf(host) : Secured(present.PublicUrl) ?? Remembered();
        var changes = EnvironmentProfile.For(environment, present, publicUrl);
        var after = ConfigurationFile.After(before, changes);
        ConfigurationFile.Require(home.ConfigurationFile, before, after, changes);
        return new EnvironmentPlan(environment, before, after, changes);
    }

    /// <summary>Writes what the file would be, for a check to look at. Dispose it to remove it.</summary>
    public DraftFile Draft(EnvironmentPlan plan) => new(home.RunFile("draft"), Path.GetFileName(home.ConfigurationFile), plan.After);

    /// <summary>Copies the present configuration and writes the new one.</summary>
    /// <returns>The copy; null when there was no configuration.</returns>
    /// <exception cref="RefusedException">It cannot be written, or somebody changed the file since the plan was made.</exception>
    public ConfigurationBackup? Apply(EnvironmentPlan plan)
    {
        using var only = HomeLock.TryTake(home.RunFile("environment.lock"))
            ?? throw new RefusedException(ExitCode.Failed, EnvironmentMessages.Busy());
        if (ConfigurationFile.Read(home.ConfigurationFile) != plan.Before)
        {
            throw new RefusedException(ExitCode.Failed, EnvironmentMessages.ChangedMeanwhile(home.ConfigurationFile));
        }

        var backup = _backups.Create();
        ConfigurationFile.Write(home.ConfigurationFile, plan.After);
        return backup;
    }

    /// <summary>The settings of the plan that something stronger than the file overrides, with its name: an environment variable.</summary>
    public static IReadOnlyList<(SettingChange Change, string By)> Overridden(
        EnvironmentPlan plan, IReadOnlyDictionary<string, string> environment)
    {
        var variables = new ConfigurationLayer(EnvironmentReader.Read(environment));
        return
        [
            .. from change in plan.Changes
               let entry = variables.Find($"{change.Section}:{ConfigurationEntry.Normalize(change.Key)}")
               where entry is not null && entry.Value != change.Value
               select (change, entry.Spelling),
        ];
    }

    // The address that production had before the last switch away from it.
    private string? Remembered() => _backups.List()
        .Select(backup => Path.Combine(backup.Folder, Path.GetFileName(home.ConfigurationFile)))
        .Where(File.Exists)
        .Select(PublicUrlOf)
        .FirstOrDefault(url => url is not null);

    private static string? PublicUrlOf(string file)
    {
        try
        {
            var options = OptionsOf(File.ReadAllText(file), file);
            return options.IsProduction ? Secured(options.PublicUrl) : null;
        }
        catch (RefusedException)
        {
            // A copy of a broken file remembers nothing.
            return null;
        }
    }

    private static string? Secured(string url)
        => Uri.TryCreate(url, UriKind.Absolute, out var uri) && !uri.IsLoopback
            ? new UriBuilder(uri) { Scheme = Uri.UriSchemeHttps, Port = uri.IsDefaultPort ? -1 : uri.Port }.Uri.AbsoluteUri.TrimEnd('/')
            : null;

    /// <exception cref="RefusedException">It is no host.</exception>
    private static string UrlOf(string host)
        => Uri.TryCreate($"https://{host}", UriKind.Absolute, out var uri) && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri.TrimEnd('/')
            : throw new RefusedException(ExitCode.Usage, EnvironmentMessages.NoHost(host));

    private static ServerOptions OptionsOf(string text, string path)
        => ConfigurationLoader.Server(new ConfigurationBuilder().Add(new ConfigurationLayer(YamlReader.Parse(text, path))).Build());
}
