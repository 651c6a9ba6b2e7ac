using System.Globalization;
using System.Text;

namespace Middeck.Knowledge.Backends;

/// <summary>A vector as text, <c>[0.5,-1,2.5E-07]</c>: pgvector's own form, and a list of numbers in GraphQL.</summary>
internal static class VectorText
{
    public static string Of(ReadOnlySpan<float> vector)
    {
        var text = new StringBuilder(vector.Length * 12).Append('[');
        for (var i = 0; i < vector.Length; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{vector[i]}");
        }

        return text.Append(']').ToString();
    }
}
