namespace Middeck.Knowledge.Backends.Weaviate;

/// <summary>Writes the filter «this field is one of these ids» in both of Weaviate's spellings.</summary>
internal static class WeaviateFilter
{
    /// <summary>As REST takes it.</summary>
    public static object Where(string field, IReadOnlyCollection<Guid> ids)
        => new { Path = new[] { field }, Operator = "ContainsAny", ValueTextArray = ids };

    /// <summary>As GraphQL takes it. Ids need no escaping.</summary>
    public static string GraphQl(string field, IReadOnlyCollection<Guid> ids)
    {
        var list = string.Join(", ", ids.Distinct().Select(static id => $"\"{id}\""));
        return $$"""{path: ["{{field}}"], operator: ContainsAny, valueText: [{{list}}]}""";
    }
}
