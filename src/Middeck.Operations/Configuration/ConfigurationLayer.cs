using Microsoft.Extensions.Configuration;

namespace Middeck.Operations.Configuration;

/// <summary>One source of the configuration that still knows where each value came from.</summary>
internal sealed class ConfigurationLayer : ConfigurationProvider, IConfigurationSource
{
    public ConfigurationLayer(IEnumerable<ConfigurationEntry> entries)
    {
        Entries = [.. entries];
        foreach (var entry in Entries)
        {
            // A key without a value leaves the default alone instead of binding null over it.
            if (entry.Value is not null)
            {
                Data[entry.Key] = entry.Value;
            }
        }
    }

    public IReadOnlyList<ConfigurationEntry> Entries { get; }

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <summary>The entry that gave a key its value; null when this layer did not.</summary>
    public ConfigurationEntry? Find(string key)
        => Entries.LastOrDefault(entry => entry.Value is not null && entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase));
}
