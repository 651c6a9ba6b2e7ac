using Microsoft.Extensions.AI;

namespace Middeck.Models.Gateway;

/// <summary>An embedding model that is ready to be called.</summary>
/// <param name="Key"><c>provider/model</c> with its version, such as <c>builtin/lexical-embedding@1</c>; vectors of different keys must not be compared.</param>
/// <param name="IsBuiltin">Whether it is the built-in one, which hybrid retrieval trusts less than the words themselves.</param>
/// <param name="Generator">Takes any number of texts and keeps their order; batching and retries are inside.</param>
public sealed record EmbeddingModel(
    string Key, bool IsBuiltin, IEmbeddingGenerator<string, Embedding<float>> Generator);
