using System.Security.Cryptography;
using System.Text.Json;
using Middeck.Core;
using Middeck.Storage.Secrets;

namespace Middeck.Studio.Channels;

/// <summary>A channel's secrets by name, as the vault keeps them.</summary>
internal sealed class ChannelSecrets
{
    /// <summary>Of webhooks: what is signed with.</summary>
    public const string Signing = "signing";

    /// <summary>Of webhooks: what was signed with before the last change, and still is for a while.</summary>
    public const string FormerSigning = "former_signing";

    /// <summary>Until when, RFC 3339.</summary>
    public const string FormerUntil = "former_until";

    private readonly IReadOnlyDictionary<string, string> _values;

    public ChannelSecrets(IReadOnlyDictionary<string, string> values) => _values = values;

    public IEnumerable<string> Names => _values.Keys;

    /// <summary>A secret that the channel has; empty when it has none of the name.</summary>
    public string this[string name] => _values.GetValueOrDefault(name, "");

    /// <summary>The same with some of them replaced; an empty one takes the secret away.</summary>
    public ChannelSecrets With(IReadOnlyDictionary<string, string> given)
    {
        var all = new Dictionary<string, string>(_values);
        foreach (var (name, value) in given)
        {
            if (value.Length > 0)
            {
                all[name] = value;
            }
            else
            {
                all.Remove(name);
            }
        }

        return new ChannelSecrets(all);
    }

    public string Seal(ISecretVault vault, Guid channelId)
        => vault.Encrypt(JsonSerializer.Serialize(_values, Json.Snake), PurposeOf(channelId));

    /// <exception cref="Core.Errors.FaultException"><c>channels.secrets_unreadable</c>: the master key is another one.</exception>
    public static ChannelSecrets Open(ISecretVault vault, ChannelRow row)
    {
        try
        {
            return new ChannelSecrets(JsonSerializer.Deserialize<Dictionary<string, string>>(
                vault.Decrypt(row.Secrets, PurposeOf(row.Id)), Json.Snake)!);
        }
        catch (CryptographicException ex)
        {
            throw ChannelFaults.SecretsUnreadable(row.Name, ex);
        }
    }

    /// <summary>For people: that there is one, and how it ends.</summary>
    public static string Mask(string secret) => secret.Length >= 12 ? $"••••{secret[^4..]}" : "••••";

    // What the ciphertext is bound to.
    private static string PurposeOf(Guid channelId) => $"studio.channel/{channelId}";
}
