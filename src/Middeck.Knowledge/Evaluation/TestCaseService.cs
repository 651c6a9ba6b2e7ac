using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;

namespace Middeck.Knowledge.Evaluation;

/// <summary>Keeps the test cases of a base.</summary>
internal sealed class TestCaseService(
    KnowledgeBaseAccess access, TestCaseStore cases, DocumentStore documents, AuditTrail audit, TimeProvider clock)
{
    /// <summary>How many cases a base may have; all of them run in one evaluation.</summary>
    public const int AtMost = 5000;

    private const string ObjectKind = "test_case";

    public async Task<Page<TestCase>> ListAsync(
        Caller caller, Guid baseId, string? text, PageRequest page, CancellationToken cancellationToken)
    {
        await access.OpenAsync(caller, baseId, AccessLevel.Use, cancellationToken);
        return await cases.PageAsync(caller.WorkspaceId, baseId, text, page, cancellationToken);
    }

    public async Task<TestCase> CreateAsync(
        Caller caller, Guid baseId, SaveTestCase request, CancellationToken cancellationToken)
    {
        await CheckAsync(caller, baseId, request, cancellationToken);
        if (await cases.CountAsync(caller.WorkspaceId, baseId, cancellationToken) >= AtMost)
        {
            throw new FaultException(Fault.Conflict(
                "knowledge.too_many_cases", $"A knowledge base holds at most {AtMost:N0} test cases. Delete some first."));
        }

        var now = clock.GetUtcNow();
        var row = new TestCase(Ids.New(clock), request.Query.Trim(), request.Expected, caller.UserId, now, now);
        await cases.InsertAsync(caller.WorkspaceId, baseId, row, cancellationToken);
        audit.About(ObjectKind, row.Id).Change(null, new { KnowledgeBaseId = baseId });
        return row;
    }

    public async Task<TestCase> UpdateAsync(
        Caller caller, Guid baseId, Guid id, SaveTestCase request, CancellationToken cancellationToken)
    {
        await CheckAsync(caller, baseId, request, cancellationToken);
        var changed = await cases.UpdateAsync(
            caller.WorkspaceId, baseId, id, request, clock.GetUtcNow(), cancellationToken) ?? throw NoCase();
        audit.About(ObjectKind, id);
        return changed;
    }

    public async Task DeleteAsync(Caller caller, Guid baseId, Guid id, CancellationToken cancellationToken)
    {
        await access.OpenAsync(caller, baseId, AccessLevel.Edit, cancellationToken);
        if (!await cases.DeleteAsync(caller.WorkspaceId, baseId, id, cancellationToken))
        {
            throw NoCase();
        }

        audit.About(ObjectKind, id);
    }

    private static FaultException NoCase()
        => new(Fault.NotFound("knowledge.case_not_found", "The knowledge base has no such test case."));

    private async Task CheckAsync(Caller caller, Guid baseId, SaveTestCase request, CancellationToken cancellationToken)
    {
        await access.OpenAsync(caller, baseId, AccessLevel.Edit, cancellationToken);
        if (string.IsNullOrWhiteSpace(request.Query))
        {
            throw new FaultException(Fault.Invalid("knowledge.query_empty", "Write the question of the case.", "query"));
        }

        foreach (var expected in request.Expected)
        {
            if (await documents.FindAsync(caller.WorkspaceId, baseId, expected.DocumentId, cancellationToken) is null)
            {
                throw new FaultException(Fault.Invalid(
                    "knowledge.document_not_found",
                    $"The knowledge base has no document {expected.DocumentId}.",
                    "expected"));
            }
        }
    }
}
