using Middeck.Knowledge.Documents;

namespace Middeck.Knowledge.Ingestion;

/// <summary>What became of making a document findable. Closed: nothing outside this file can add a case.</summary>
internal abstract record CompletionOutcome
{
    private CompletionOutcome()
    {
    }

    public sealed record Completed(DocumentRow Row) : CompletionOutcome;

    /// <summary>The base has, or is about to have, another model: its vectors are needed first.</summary>
    public sealed record NeedsVectors(string? Model) : CompletionOutcome;

    /// <summary>The document is no longer the attempt's.</summary>
    public sealed record Released : CompletionOutcome;
}
