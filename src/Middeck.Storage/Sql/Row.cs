using System.Text.Json;
using Npgsql;

namespace Middeck.Storage.Sql;

/// <summary>One row that is being read. Valid only inside the mapping function.</summary>
public readonly struct Row(NpgsqlDataReader reader)
{
    /// <summary>The column's value; SQL null becomes default.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such column.</exception>
    /// <exception cref="InvalidCastException">The column holds another type.</exception>
    public T Get<T>(string column) => At<T>(reader.GetOrdinal(column));

    /// <summary>The value at a position, for hot paths.</summary>
    public T At<T>(int position)
        => reader.IsDBNull(position) ? default! : reader.GetFieldValue<T>(position);

    /// <summary>A word column as an enum.</summary>
    public T Word<T>(string column) where T : struct, Enum => SnakeCase.Parse<T>(Get<string>(column));

    /// <summary>A jsonb column as a tree; SQL null becomes null.</summary>
    public JsonElement? Json(string column)
    {
        if (Get<string?>(column) is not { } text)
        {
            return null;
        }

        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>A jsonb column read into a type with the platform's JSON rules; SQL null becomes default.</summary>
    public T? Json<T>(string column)
        => Get<string?>(column) is { } text ? JsonSerializer.Deserialize<T>(text, Core.Json.Snake) : default;
}
