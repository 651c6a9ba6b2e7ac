using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Core;

namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary>A document for <c>?metadata=without</c>: all but two fields.</summary>
internal static class DocumentWithoutMetadata
{
    public static JsonObject Of(DocumentDetail detail)
    {
        var fields = JsonSerializer.SerializeToNode(detail, Json.Snake)!.AsObject();
        fields.Remove("doc_type");
        fields.Remove("doc_metadata");
        return fields;
    }
}
