using System.Numerics.Tensors;
using System.Text.Json;

namespace Middeck.Knowledge.Tests.Backends.Servers;

/// <summary>Reads bodies and holds them against the documented form.</summary>
internal static class Body
{
    /// <summary>The object, when it has no other properties than these.</summary>
    public static JsonElement Only(JsonElement body, params string[] known)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new BadBodyException($"an object is expected, not {body.ValueKind}");
        }

        foreach (var property in body.EnumerateObject())
        {
            if (!known.Contains(property.Name))
            {
                throw new BadBodyException($"unknown field `{property.Name}`");
            }
        }

        return body;
    }

    public static void Expect(bool condition, string complaint)
    {
        if (!condition)
        {
            throw new BadBodyException(complaint);
        }
    }

    public static float[] Floats(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetSingle())];

    public static HashSet<string> Strings(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];

    /// <summary>A UUID in its canonical spelling.</summary>
    public static string Uuid(JsonElement text)
    {
        Expect(Guid.TryParseExact(text.GetString(), "D", out _), $"`{text}` is not a UUID");
        return text.GetString()!;
    }

    public static float Cosine(float[] a, float[] b)
        => TensorPrimitives.Norm<float>(a) == 0 || TensorPrimitives.Norm<float>(b) == 0
            ? 0
            : TensorPrimitives.CosineSimilarity<float>(a, b);
}
