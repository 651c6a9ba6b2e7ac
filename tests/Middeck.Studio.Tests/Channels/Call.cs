using System.Text.Json.Nodes;

namespace Middeck.Studio.Tests.Channels;

/// <summary>A call that a scripted server got.</summary>
internal sealed record Call(string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;
}
