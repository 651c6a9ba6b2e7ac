using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Sites.Batches;

/// <summary>Makes of a line what is asked with it.</summary>
internal static class BatchInputs
{
    private static readonly string[] Yes = ["true", "yes", "1", "x", "是"];
    private static readonly string[] No = ["false", "no", "0", "", "否"];

    /// <summary>The question, null where there is none, and the inputs.</summary>
    public static (string? Query, JsonElement Inputs) Of(IReadOnlyList<BatchColumn> columns, string[] cells)
    {
        string? query = null;
        var inputs = new JsonObject();
        foreach (var (column, cell) in columns.Zip(cells))
        {
            if (column.Field is not { } field)
            {
                query = cell;
            }
            else if (cell.Length > 0 || field.Type == InputFieldType.Checkbox)
            {
                inputs[column.Name] = field.Type == InputFieldType.Checkbox ? Flag(cell) : JsonValue.Create(cell);
            }
        }

        return (query, JsonSerializer.SerializeToElement(inputs));
    }

    // What is neither stays text, which the check of the form refuses with its name.
    private static JsonValue Flag(string cell)
        => Yes.Contains(cell, StringComparer.OrdinalIgnoreCase) ? JsonValue.Create(true)
            : No.Contains(cell, StringComparer.OrdinalIgnoreCase) ? JsonValue.Create(false)
            : JsonValue.Create(cell);
}
