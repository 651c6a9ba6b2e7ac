using Middeck.Http.Dialects.Dify;

namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary>Names several documents.</summary>
public sealed record DocumentIdsRequest
{
    private const int Most = 1000;

    /// <summary>At most 1,000.</summary>
    public IReadOnlyList<string>? DocumentIds { get; init; }

    /// <exception cref="Core.Errors.FaultException">There are none, too many, or one is no id.</exception>
    internal IReadOnlyList<Guid> Read()
        => DocumentIds is { Count: > 0 and <= Most } ids
            ? [.. ids.Select(static id => DifyIds.Required("document_ids", id))]
            : throw DifyFaults.Invalid("document_ids", $"document_ids must name 1 to {Most} documents.");
}
