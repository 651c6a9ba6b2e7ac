using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Middeck.Server.Tests.Rules;

/// <summary>Has an id for every segment: a named one, or one of an object that does not exist.</summary>
internal sealed class AnySegment(params (string Segment, string Id)[] named) : IReadOnlyDictionary<string, string>
{
    private readonly Dictionary<string, string> _named = named.ToDictionary(pair => pair.Segment, pair => pair.Id);

    public IEnumerable<string> Keys => _named.Keys;

    public IEnumerable<string> Values => _named.Values;

    public int Count => _named.Count;

    public string this[string key] => TryGetValue(key, out var value) ? value : "";

    public bool ContainsKey(string key) => true;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        if (!_named.TryGetValue(key, out value))
        {
            value = key == "versions" ? "1" : "0197a3c0-0000-7000-8000-000000000000";
        }

        return true;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _named.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
