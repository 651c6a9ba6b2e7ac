using System.Security.Cryptography;
using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Storage.Secrets;
using Middeck.Studio.Apps;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Configuration;

/// <summary>
/// The environment variables of apps with a graph. The value of a secret one is encrypted for its workspace in every configuration
/// that is kept, is shown as <see cref="Mask"/>, and is opened for runs and for files that are to hold it.
/// </summary>
internal sealed class EnvironmentVariables(ISecretVault vault)
{
    /// <summary>What stands for a secret wherever a configuration is shown; sent back, it keeps what is stored.</summary>
    public const string Mask = "[__HIDDEN__]";

    private static readonly JsonElement Hidden = JsonSerializer.SerializeToElement(Mask, Core.Json.Snake);
    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement("", Core.Json.Snake);

    /// <summary>The configuration as it may be kept.</summary>
    /// <param name="workspaceId">Whose it is.</param>
    /// <param name="mode">The kind of app.</param>
    /// <param name="config">As it was sent, checked.</param>
    /// <param name="kept">Configurations of the same app in which secrets that were sent as <see cref="Mask"/> are looked for, in this order.</param>
    public JsonElement Seal(Guid workspaceId, string mode, JsonElement config, params IReadOnlyList<JsonElement> kept)
        => Replace(mode, config, variable => variable.Member("value").Text() switch
        {
            null or "" => Nothing,
            Mask => kept.Select(one => Find(one, variable)).FirstOrDefault(static found => found is not null) ?? Nothing,
            var secret => JsonSerializer.SerializeToElement(vault.Encrypt(secret, PurposeOf(workspaceId)), Core.Json.Snake),
        });

    /// <summary>The configuration as it is shown.</summary>
    public static JsonElement Hide(string mode, JsonElement config)
        => Replace(mode, config, static variable => variable.Member("value").Text() is { Length: > 0 } ? Hidden : Nothing);

    /// <summary>The configuration where nothing is kept that <see cref="Mask"/> could stand for.</summary>
    public static JsonElement Unmask(string mode, JsonElement config)
        => Replace(mode, config, static variable => variable.Member("value") is { } value && !value.ValueEquals(Mask) ? value : Nothing);

    /// <summary>The configuration without secrets, as it goes into files.</summary>
    public static JsonElement Remove(string mode, JsonElement config) => Replace(mode, config, static _ => Nothing);

    /// <summary>The configuration with its secrets in the clear.</summary>
    /// <exception cref="FaultException"><c>apps.secret_unreadable</c>: the master key is another one.</exception>
    public JsonElement Reveal(Guid workspaceId, string mode, JsonElement config)
        => Replace(mode, config, variable => variable.Member("value").Text() is { Length: > 0 } secret
            ? JsonSerializer.SerializeToElement(Decrypt(workspaceId, variable, secret), Core.Json.Snake)
            : Nothing);

    /// <summary>What the nodes of a run read with the prefix <c>env</c>, by name, secrets in the clear.</summary>
    /// <exception cref="FaultException"><c>apps.secret_unreadable</c>: the master key is another one.</exception>
    public IReadOnlyDictionary<string, Segment> Open(AppSnapshot app)
    {
        var section = app.Config.Section(EnvironmentVariableCheck.Section);
        var list = section.Items().Select(variable => IsSecret(variable) && variable.Member("value").Text() is { Length: > 0 } secret
            ? With(variable, "value", JsonSerializer.SerializeToElement(Decrypt(app.WorkspaceId, variable, secret), Core.Json.Snake))
            : variable);
        return DeclaredVariables.Read(JsonSerializer.SerializeToElement(list, Core.Json.Snake));
    }

    private static JsonElement Replace(string mode, JsonElement config, Func<JsonElement, JsonElement> valueOf)
    {
        var section = config.Member(EnvironmentVariableCheck.Section);
        return AppMode.IsGraph(mode) && section.Items().Any(IsSecret)
            ? With(config, EnvironmentVariableCheck.Section, JsonSerializer.SerializeToElement(section.Items()
                .Select(variable => IsSecret(variable) ? With(variable, "value", valueOf(variable)) : variable), Core.Json.Snake))
            : config;
    }

    // By the id when it has one: the name may just have been changed.
    private static JsonElement? Find(JsonElement config, JsonElement wanted)
    {
        var secrets = config.Member(EnvironmentVariableCheck.Section).Items().Where(IsSecret).ToList();
        var id = wanted.Member("id").Text();
        var name = wanted.Member("name").Text();
        var found = secrets.Where(one => id is { Length: > 0 } && one.Member("id").Text() == id)
            .Concat(secrets.Where(one => one.Member("name").Text() == name))
            .Select(static one => one.Member("value"))
            .FirstOrDefault();
        return found.Text() is { Length: > 0 } ? found : null;
    }

    private static bool IsSecret(JsonElement variable)
        => variable.Member("value_type").Text() == EnvironmentVariableCheck.Secret;

    private static JsonElement With(JsonElement parent, string name, JsonElement value)
    {
        var members = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in parent.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        members[name] = value;
        return JsonSerializer.SerializeToElement(members, Core.Json.Snake);
    }

    // What the ciphertext is bound to: copies in the same workspace keep it as it is.
    private static string PurposeOf(Guid workspaceId) => $"studio.environment/{workspaceId}";

    private string Decrypt(Guid workspaceId, JsonElement variable, string secret)
    {
        try
        {
            return vault.Decrypt(secret, PurposeOf(workspaceId));
        }
        catch (CryptographicException ex)
        {
            var name = variable.Member("name").Text();
            throw new FaultException(
                new Fault(
                    FaultKind.Upstream, "apps.secret_unreadable",
                    $"The secret '{name}' cannot be read any more. Enter it again among the app's environment variables."),
                ex);
        }
    }
}
