using System.Security.Cryptography;
using System.Text;

namespace Middeck.Knowledge.Backends;

/// <summary>The vectors that one embedding model gave to the chunks of one knowledge base.</summary>
/// <param name="BaseId">The knowledge base.</param>
/// <param name="EmbeddingKey">Names the model, such as <c>bge-m3@1024</c>. Any characters, a short text.</param>
/// <param name="Dimensions">The length of every vector, 1 or more; it never changes.</param>
internal sealed record VectorCollection(Guid BaseId, string EmbeddingKey, int Dimensions)
{
    /// <summary>
    /// What stores put into the names of their tables and classes: 49 characters of <c>0-9</c>, <c>a-f</c> and <c>_</c>,
    /// which fit the rules of each product. The key is hashed, for it may hold any character.
    /// </summary>
    public string Name { get; } = NamePrefix(BaseId)
        + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(EmbeddingKey)).AsSpan(0, 8));

    /// <summary>How the names of all collections of a base begin.</summary>
    public static string NamePrefix(Guid baseId) => $"{baseId:N}_";
}
