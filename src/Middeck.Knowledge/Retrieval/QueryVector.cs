namespace Middeck.Knowledge.Retrieval;

/// <summary>The query as one embedding model sees it.</summary>
/// <param name="Key">The model's key; only vectors under the same key compare.</param>
/// <param name="IsBuiltin">Whether it is the builtin model, which is trusted less than the words.</param>
/// <param name="Vector">The embedding.</param>
internal sealed record QueryVector(string Key, bool IsBuiltin, ReadOnlyMemory<float> Vector);
