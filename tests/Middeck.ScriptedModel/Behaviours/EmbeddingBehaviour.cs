using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Middeck.ScriptedModel.Behaviours;

/// <summary><c>/v1/embeddings</c>: the same text gives the same vector of length one; texts that share words are near.</summary>
internal static class EmbeddingBehaviour
{
    private const int DefaultDimensions = 256;

    public static Task AnswerAsync(ScriptedCall call)
    {
        var input = call.Body.GetProperty("input");
        string[] texts = input.ValueKind == JsonValueKind.Array
            ? [.. input.EnumerateArray().Select(item => item.ToString())]
            : [input.ToString()];
        var dimensions = call.Body.TryGetProperty("dimensions", out var asked) ? asked.GetInt32() : DefaultDimensions;
        var isBase64 = call.Body.TryGetProperty("encoding_format", out var format) && format.GetString() == "base64";
        var data = texts.Select((text, index) => new
        {
            @object = "embedding",
            index,
            embedding = Encode(Embed(text, dimensions), isBase64),
        });

        return Replies.JsonAsync(call.Context, new
        {
            @object = "list",
            model = call.Request.Model,
            // Not in order, as the API allows: the index says which is whose.
            data = call.Behaviour == "empty" ? [] : data.Reverse(),
            usage = new { prompt_tokens = texts.Length * 8, total_tokens = texts.Length * 8 },
        });
    }

    private static object Encode(float[] vector, bool isBase64)
        => isBase64 ? Convert.ToBase64String(MemoryMarshal.AsBytes(vector.AsSpan())) : vector;

    private static float[] Embed(string text, int dimensions)
    {
        var vector = new float[dimensions];
        foreach (var rune in text.EnumerateRunes())
        {
            // FNV-1a of the character, so that it is the same in every process.
            var hash = 2166136261u;
            foreach (var unit in Encoding.UTF8.GetBytes(rune.ToString()))
            {
                hash = (hash ^ unit) * 16777619u;
            }

            vector[hash % (uint)dimensions] += (hash & 0x10000) == 0 ? 1 : -1;
        }

        var length = MathF.Sqrt(vector.Sum(value => value * value));
        return length == 0 ? vector : Array.ConvertAll(vector, value => value / length);
    }
}
