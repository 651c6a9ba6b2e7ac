namespace Middeck.Knowledge.Documents;

/// <summary>What statuses have in common.</summary>
internal static class DocumentStatuses
{
    /// <summary>Whether a job is at work on the document.</summary>
    public static bool IsWorking(this DocumentStatus status) => status
        is DocumentStatus.Parsing or DocumentStatus.Cleaning or DocumentStatus.Splitting or DocumentStatus.Indexing;
}
