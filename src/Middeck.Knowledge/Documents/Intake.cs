namespace Middeck.Knowledge.Documents;

/// <summary>What became of a file. Closed: nothing outside this file can add a case.</summary>
internal abstract record Intake(DocumentRow Row)
{
    /// <summary>It is a document now.</summary>
    public sealed record Added(DocumentRow Row) : Intake(Row);

    /// <summary>It is the next version of a document.</summary>
    public sealed record Replaced(DocumentRow Row) : Intake(Row);

    /// <summary>It is what the document holds already.</summary>
    public sealed record Unchanged(DocumentRow Row) : Intake(Row);

    /// <summary>Another document of the base has exactly this content.</summary>
    public sealed record Duplicate(DocumentRow Row) : Intake(Row);
}
