namespace Middeck.Knowledge.ServiceApi;

/// <summary>A page of a numbered list.</summary>
internal sealed record DatasetList<T>(IReadOnlyList<T> Data, bool HasMore, int Limit, long Total, int Page);
