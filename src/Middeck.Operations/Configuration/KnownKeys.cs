using System.Collections;
using System.Reflection;
using System.Text.Json;
using Middeck.Http.Configuration;

namespace Middeck.Operations.Configuration;

/// <summary>All keys that the rooms' options have, with the types that their values take.</summary>
internal sealed class KnownKeys(IReadOnlyList<RoomOptions> rooms)
{
    /// <summary>The keys in the form of <c>middeck.yaml</c>, such as <c>server.public_url</c>.</summary>
    public IEnumerable<string> Spellings => rooms.SelectMany(room => room.Type.GetProperties()
        .Where(property => property.CanWrite)
        .Select(property => $"{room.Section}.{JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)}"));

    /// <summary>The type of a key's value; null when no room has the key.</summary>
    public Type? Find(string key)
    {
        var parts = key.Split(':');
        var room = rooms.FirstOrDefault(candidate => ConfigurationEntry.Normalize(candidate.Section) == parts[0]);
        return room is null || parts.Length < 2 ? null : Walk(room.Type, parts.AsSpan(1));
    }

    private static Type? Walk(Type type, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
        {
            return type;
        }

        if (ElementOf(type) is { } element)
        {
            return Walk(element, path[1..]);
        }

        var name = path[0];
        var property = Array.Find(
            type.GetProperties(BindingFlags.Public | BindingFlags.Instance),
            candidate => (candidate.CanWrite || ElementOf(candidate.PropertyType) is not null)
                && candidate.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return property is null ? null : Walk(property.PropertyType, path[1..]);
    }

    // Of a list or a dictionary: any index or name may follow.
    private static Type? ElementOf(Type type)
    {
        if (type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(type))
        {
            return null;
        }

        return type.IsArray ? type.GetElementType() : type.GenericTypeArguments.LastOrDefault();
    }
}
