namespace Middeck.Knowledge.Documents;

/// <summary>What happens to a file that the base already has, by content or by name.</summary>
public enum DuplicateRule
{
    /// <summary>The same content is refused; the same name in the same folder becomes the next version of that document.</summary>
    NewVersion,

    /// <summary>The same content is passed over without an error; the same name becomes the next version.</summary>
    Skip,

    /// <summary>It becomes a document of its own in any case.</summary>
    Keep,
}
