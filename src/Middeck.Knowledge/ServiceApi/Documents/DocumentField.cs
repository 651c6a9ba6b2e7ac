using System.Text.Json;

namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary>A document's value of a metadata field; <c>built-in</c> stands for the id of fields that every dataset has.</summary>
internal sealed record DocumentField(string Id, string Name, string Type, JsonElement? Value);
