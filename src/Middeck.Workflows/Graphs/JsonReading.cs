using System.Globalization;
using System.Text.Json;

namespace Middeck.Workflows.Graphs;

/// <summary>Reads fields of graphs that others wrote: a missing or strange field is null, never an exception.</summary>
internal static class JsonReading
{
    extension(JsonElement json)
    {
        public JsonElement Child(string name)
            => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;

        public string? Text(string name)
        {
            var value = json.Child(name);
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
        }

        public bool? Flag(string name) => json.Child(name).ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

        public double? Number(string name)
        {
            var value = json.Child(name);
            return value.ValueKind == JsonValueKind.Number ? value.GetDouble()
                : value.ValueKind == JsonValueKind.String
                    && double.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var number) ? number
                : null;
        }

        public IEnumerable<JsonElement> List(string name)
        {
            var value = json.Child(name);
            return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];
        }
    }
}
