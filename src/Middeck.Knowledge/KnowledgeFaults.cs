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

    public static FaultException NoChild()
        => new(Fault.NotFound("knowledge.child_not_found", "The chunk has no such child."));

    public static FaultException Archived()
        => new(Fault.Conflict(
            "knowledge.document_archived", "The document is archived. Take it out of the archive before you change it."));

    public static FaultException BeingRead()
        => new(Fault.Conflict(
            "knowledge.document_busy",
            "The document is being read in or waits for it, and an edit would be lost. Try again when it is completed."));

    /// <summary>A removal has taken the same content away between its being written and a row pointing to it.</summary>
    public static FaultException Interrupted()
        => new(new Fault(
            FaultKind.Unavailable,
            "knowledge.upload_interrupted",
            "The same file was being removed elsewhere at this moment. Send it again."));

    /// <summary>The file cannot be read, and reading it again would not help.</summary>
    public static FaultException Unreadable(string code, string detail, Exception? inner = null)
        => new(Fault.Invalid(code, detail, "file"), inner);
}
