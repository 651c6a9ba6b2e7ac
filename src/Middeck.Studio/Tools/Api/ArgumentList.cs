using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Core;

namespace Middeck.Studio.Tools.Api;

/// <summary>Gathers the arguments of a tool, each under a name of its own, and their schema.</summary>
internal sealed class ArgumentList
{
    private readonly List<ApiArgument> _all = [];
    private readonly JsonObject _properties = [];
    private readonly JsonArray _required = [];

    public IReadOnlyList<ApiArgument> All => _all;

    /// <param name="key">What the API calls it; where another argument has that name, the place comes before it.</param>
    /// <param name="place">Where it goes.</param>
    /// <param name="schema">Its own.</param>
    /// <param name="isRequired">Whether it is needed.</param>
    /// <param name="explode">How lists are written.</param>
    /// <param name="preset">What is sent when nothing is given.</param>
    public void Add(string key, string place, JsonObject schema, bool isRequired, bool explode, JsonElement? preset = null)
    {
        var name = key;
        for (var number = 1; _properties.ContainsKey(name); number++)
        {
            name = number == 1 ? $"{place}_{key}" : $"{place}_{key}_{number}";
        }

        _properties[name] = schema;
        _all.Add(new ApiArgument(name, key, place) { Explode = explode, Default = preset });
        if (isRequired)
        {
            _required.Add(name);
        }
    }

    /// <summary>Something that is always sent and that no caller sees.</summary>
    public void AddFixed(string key, string place, string value)
        => _all.Add(new ApiArgument("", key, place) { Default = JsonSerializer.SerializeToElement(value) });

    public JsonElement Schema() => JsonSerializer.SerializeToElement(
        new JsonObject { ["type"] = "object", ["properties"] = _properties.DeepClone(), ["required"] = _required.DeepClone() }, Json.Snake);
}
