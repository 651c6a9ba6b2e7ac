using System.Text.RegularExpressions;
using Middeck.Identity.Passwords;
using Middeck.Operations.Configuration;
using Middeck.Operations.Language;

namespace Middeck.Operations.Checks.Production;

/// <summary>Whether a secret of the configuration is a default that everybody knows: of a database, an object store, the first administrator.</summary>
internal sealed partial class PasswordsCheck() : LocalCheck(
    "passwords", new Message("No default or published passwords", "没有默认或已公开的密码"), isReadiness: true)
{
    protected override IEnumerable<Finding> Find(CheckScene scene)
        => scene.Configuration.Providers.OfType<ConfigurationLayer>()
            .SelectMany(layer => layer.Entries)
            .Where(entry => entry.Place != "defaults" && entry.Value is { Length: > 0 } value
                && SecretNames.Mask(entry.Spelling, value) != value
                && KnownPasswords.Contains(PasswordIn(value)))
            .Select(entry => new Finding(
                "passwords.published",
                scene.IsProduction ? Severity.Critical : Severity.Warning,
                new Message(
                    $"{entry.Place}: {entry.Spelling} is a password that is published or commonly used; whoever finds this machine tries it first.",
                    $"{entry.Place}：{entry.Spelling} 是已公开或常用的密码，攻击者会首先尝试。"),
                CommandFor(scene, entry)));

    private static string CommandFor(CheckScene scene, ConfigurationEntry entry) => entry.Key switch
    {
        "identity:adminpassword" => "middeck user reset-password admin@middeck.local",
        "database:connection" => "middeck db shell -- -c '\\password'",
        _ => $"$EDITOR {scene.Home.ConfigurationFile}",
    };

    // postgres://user:password@host/database or Host=…;Password=…;…
    private static string PasswordIn(string value)
    {
        if (Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.UserInfo.Split(':', 2) is [_, var password])
        {
            return Uri.UnescapeDataString(password);
        }

        return PasswordPattern().Match(value) is { Success: true } match ? match.Groups[1].Value : value;
    }

    [GeneratedRegex(@"(?:^|;)\s*password\s*=\s*([^;]*)", RegexOptions.IgnoreCase)]
    private static partial Regex PasswordPattern();
}
