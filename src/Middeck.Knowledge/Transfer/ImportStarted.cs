namespace Middeck.Knowledge.Transfer;

/// <summary>An archive was taken in; a job makes a base of it.</summary>
/// <param name="KnowledgeBaseId">The base, which is there when the job has succeeded.</param>
/// <param name="JobId">The job.</param>
internal sealed record ImportStarted(Guid KnowledgeBaseId, Guid JobId);
