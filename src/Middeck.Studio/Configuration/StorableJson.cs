using System.Text.Json;

namespace Middeck.Studio.Configuration;

/// <summary>Tells whether PostgreSQL can keep a text: it has no NUL character and no half of a surrogate pair.</summary>
internal static class StorableJson
{
    /// <summary>Whether all names and texts inside can be kept.</summary>
    public static bool IsStorable(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return TryRead(value, out var text) && IsStorable(text);
            case JsonValueKind.Array:
                return value.EnumerateArray().All(IsStorable);
            case JsonValueKind.Object:
                return value.EnumerateObject().All(
                    member => TryName(member, out var name) && IsStorable(name) && IsStorable(member.Value));
            default:
                return true;
        }
    }

    /// <summary>Whether the text can be kept.</summary>
    public static bool IsStorable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || char.IsLowSurrogate(text[i]))
            {
                return false;
            }

            if (char.IsHighSurrogate(text[i]) && (++i >= text.Length || !char.IsLowSurrogate(text[i])))
            {
                return false;
            }
        }

        return true;
    }

    // The reader refuses escapes that are half a pair, such as "\ud83d".
    private static bool TryRead(JsonElement value, out string text)
    {
        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    private static bool TryName(JsonProperty member, out string name)
    {
        try
        {
            name = member.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = "";
            return false;
        }
    }
}
