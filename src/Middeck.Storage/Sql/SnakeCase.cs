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
}
