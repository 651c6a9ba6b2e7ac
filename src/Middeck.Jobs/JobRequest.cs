namespace Middeck.Jobs;

/// <summary>Asks for a job.</summary>
/// <param name="Kind">Names the handler, such as <c>knowledge.ingest</c>.</param>
/// <param name="WorkspaceId">Whose work it is; queues are fair between workspaces.</param>
/// <param name="Subject">The object it works on, such as a document's id. A second job of the same kind and subject waits for the first.</param>
/// <param name="Title">What people see, such as the file's name.</param>
/// <param name="PayloadJson">What the handler needs, at most 128 KB of JSON.</param>
/// <param name="RequestedBy">The person, when there is one.</param>
/// <param name="Id">The job's id, where the caller has written it down before; else it gets one. In the order of time, as all ids.</param>
public sealed record JobRequest(
    string Kind,
    Guid WorkspaceId,
    Guid Subject,
    string Title,
    string PayloadJson = "{}",
    Guid? RequestedBy = null,
    Guid? Id = null);
