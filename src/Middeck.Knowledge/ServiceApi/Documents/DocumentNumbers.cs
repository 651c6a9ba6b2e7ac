using System.Text.Json;

namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary>What Dify shows of a document that is nowhere else.</summary>
/// <param name="Position">Its place in the dataset, from 1 for the oldest.</param>
/// <param name="Tokens">Of its chunks.</param>
/// <param name="Metadata">Its values by the ids of the fields.</param>
internal sealed record DocumentNumbers(long Position, long Tokens, IReadOnlyDictionary<string, JsonElement> Metadata);
