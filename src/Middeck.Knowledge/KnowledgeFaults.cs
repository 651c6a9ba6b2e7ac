using Middeck.Core.Errors;

namespace Middeck.Knowledge;

/// <summary>The refusals that several places of the room give.</summary>
internal static class KnowledgeFaults
{
    public static FaultException NoBase()
        => new(Fault.NotFound("knowledge.not_found", "The workspace has no such knowledge base."));

    public static FaultException NoDocument()
        => new(Fault.NotFound("knowledge.document_not_found", "The knowledge base has no such document."));

    public static FaultException NoChunk()
        => new(Fault.NotFound("knowledge.chunk_not_found", "The document has no such chunk."));

    /// <summary>The file cannot be read, and reading it again would not help.</summary>
    public static FaultException Unreadable(string code, string detail, Exception? inner = null)
        => new(Fault.Invalid(code, detail, "file"), inner);
}
