using System.Text.Json;

namespace Middeck.Storage.Sql;

/// <summary>How names are spelt in the database: the same words as in JSON.</summary>
public static class SnakeCase
{
    /// <summary><c>SplitIndex</c> becomes <c>split_index</c>.</summary>
    public static string Of(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    /// <summary>The enum value of a stored word.</summary>
    /// <exception cref="ArgumentException">No value has that name.</exception>
    public static T Parse<T>(string word) where T : struct, Enum
        => Enum.Parse<T>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    /// <summary>The enum value of a word that came from outside. False when no value has that name.</summary>
    public static bool TryParse<T>(string word, out T value) where T : struct, Enum
    {
        foreach (var known in Enum.GetValues<T>())
        {
            if (Of(known.ToString()) == word)
            {
                value = known;
                return true;
            }
        }

        value = default;
        return false;
    }
}
