namespace Middeck.Studio.Dify;

/// <summary>A numbered page of the log.</summary>
internal sealed record DifyWorkflowLogs(int Page, int Limit, long Total, bool HasMore, IReadOnlyList<DifyWorkflowLog> Data);
