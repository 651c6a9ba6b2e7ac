namespace Middeck.Knowledge.Documents;

/// <summary>What an upload came to.</summary>
internal enum UploadOutcome
{
    /// <summary>A document of its own.</summary>
    Added,

    /// <summary>The next version of the document with that name.</summary>
    NewVersion,

    /// <summary>The base has it already, and the caller asked to pass over such files.</summary>
    Skipped,
}
