using Microsoft.AspNetCore.Http;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Studio.Answering;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;
using Middeck.Studio.Conversations;
using Middeck.Studio.Evaluation.Runs;
using Middeck.Studio.Tables;

namespace Middeck.Studio.Evaluation.Sets;

/// <summary>An app's test sets and their cases, for the people who build it.</summary>
internal sealed class TestSetService(
    TestSetStore sets,
    AppTestCaseStore cases,
    EvaluationRemoval removal,
    AppAccess access,
    AuditTrail audit,
    TimeProvider clock)
{
    public const int MostCases = 2_000;

    private const int MostSets = 100;
    private const string ObjectKind = "test_set";

    public async Task<Page<TestSet>> ListAsync(
        Caller caller, Guid appId, PageRequest page, CancellationToken cancellationToken)
    {
        await OpenAppAsync(caller, appId, cancellationToken);
        return page.ToPage(await sets.ListAsync(caller.WorkspaceId, appId, page, cancellationToken), set => set.Id);
    }

    /// <exception cref="FaultException"><c>evaluation.set_not_found</c>.</exception>
    public async Task<TestSet> FindAsync(Caller caller, Guid appId, Guid id, CancellationToken cancellationToken)
    {
        await OpenAppAsync(caller, appId, cancellationToken);
        return await sets.FindAsync(caller.WorkspaceId, appId, id, cancellationToken) ?? throw EvaluationFaults.SetNotFound();
    }

    public async Task<TestSet> CreateAsync(
        Caller caller, Guid appId, SaveTestSet request, CancellationToken cancellationToken)
    {
        await OpenAppAsync(caller, appId, cancellationToken);
        Refuse(request);
        if (await sets.CountAsync(caller.WorkspaceId, appId, cancellationToken) >= MostSets)
        {
            throw EvaluationFaults.TooManySets(MostSets);
        }

        var id = Ids.New(clock);
        await sets.InsertAsync(
            caller.WorkspaceId, appId, id, request, caller.UserId, clock.GetUtcNow(), cancellationToken);
        audit.About(ObjectKind, id, request.Name).Change(null, new { AppId = appId, request.Name });
        return await FindAsync(caller, appId, id, cancellationToken);
    }

    public async Task<TestSet> UpdateAsync(
        Caller caller, Guid appId, Guid id, SaveTestSet request, CancellationToken cancellationToken)
    {
        var before = await FindAsync(caller, appId, id, cancellationToken);
        Refuse(request);
        await sets.UpdateAsync(caller.WorkspaceId, appId, id, request, clock.GetUtcNow(), cancellationToken);
        audit.About(ObjectKind, id, request.Name).Change(
            new { before.Name, before.Judges }, new { request.Name, request.Judges });
        return await FindAsync(caller, appId, id, cancellationToken);
    }

    public async Task DeleteAsync(Caller caller, Guid appId, Guid id, CancellationToken cancellationToken)
    {
        var set = await FindAsync(caller, appId, id, cancellationToken);
        await removal.RemoveOfSetAsync(caller.WorkspaceId, id, keep: 0, cancellationToken);
        await sets.DeleteAsync(caller.WorkspaceId, appId, id, cancellationToken);
        audit.About(ObjectKind, id, set.Name).Change(new { set.Name, Cases = set.CaseCount }, null);
    }

    public async Task<Page<AppTestCase>> CasesAsync(
        Caller caller, Guid appId, Guid setId, PageRequest page, CancellationToken cancellationToken)
    {
        await FindAsync(caller, appId, setId, cancellationToken);
        return page.ToPage(await cases.ListAsync(setId, page, cancellationToken), @case => @case.Id);
    }

    public async Task<AppTestCase> AddAsync(
        Caller caller, Guid appId, Guid setId, SaveAppTestCase request, CancellationToken cancellationToken)
    {
        var set = await FindAsync(caller, appId, setId, cancellationToken);
        var ids = await InsertAsync(caller, set, [Checked(request)], cancellationToken);
        return await cases.FindAsync(setId, ids[0], cancellationToken) ?? throw EvaluationFaults.CaseNotFound();
    }

    public async Task<AppTestCase> UpdateCaseAsync(
        Caller caller, Guid appId, Guid setId, Guid caseId, SaveAppTestCase request, CancellationToken cancellationToken)
    {
        var set = await FindAsync(caller, appId, setId, cancellationToken);
        var updated = await cases.UpdateAsync(setId, caseId, Checked(request), cancellationToken)
            ?? throw EvaluationFaults.CaseNotFound();
        audit.About(ObjectKind, setId, set.Name).Change(null, new { Case = caseId });
        return updated;
    }

    public async Task DeleteCaseAsync(
        Caller caller, Guid appId, Guid setId, Guid caseId, CancellationToken cancellationToken)
    {
        var set = await FindAsync(caller, appId, setId, cancellationToken);
        if (!await cases.DeleteAsync(setId, caseId, cancellationToken))
        {
            throw EvaluationFaults.CaseNotFound();
        }

        audit.About(ObjectKind, setId, set.Name).Change(new { Case = caseId }, null);
    }

    /// <summary>Makes cases of messages. What other people asked is to be read only by those who may read the logs.</summary>
    public async Task<AddedCases> FromMessagesAsync(
        Caller caller, Guid appId, Guid setId, CasesFromMessages request, CancellationToken cancellationToken)
    {
        var set = await FindAsync(caller, appId, setId, cancellationToken);
        if (!caller.Has(Permissions.Apps.Logs))
        {
            throw new FaultException(Fault.Forbidden(Permissions.Apps.Logs));
        }

        Guid[] ids = [.. request.MessageIds.Distinct()];
        var made = await cases.FromMessagesAsync(
            caller.WorkspaceId, appId, ids, request.KeepAnswers, cancellationToken);
        if (made.Count < ids.Length)
        {
            throw ConversationFaults.MessageNotFound();
        }

        return new AddedCases((await InsertAsync(caller, set, [.. made.Select(Shortened)], cancellationToken)).Length);
    }

    /// <summary>Takes in a table, all of it or nothing.</summary>
    public async Task<AddedCases> ImportAsync(
        Caller caller, Guid appId, Guid setId, HttpRequest request, CancellationToken cancellationToken)
    {
        var set = await FindAsync(caller, appId, setId, cancellationToken);
        var bytes = await TableBody.ReadAsync(request, EvaluationFaults.Import, cancellationToken);
        var read = await CaseCsv.ReadAsync(CsvText.Decode(bytes, EvaluationFaults.Import), cancellationToken);
        return new AddedCases((await InsertAsync(caller, set, read, cancellationToken)).Length);
    }

    // An answer may be longer than what a case expects.
    private static CaseText Shortened(CaseText made)
        => made.Expected is { Length: > 20_000 } text
            ? made with { Expected = text[..(char.IsHighSurrogate(text[19_999]) ? 19_999 : 20_000)] }
            : made;

    private static CaseText Checked(SaveAppTestCase request)
    {
        var text = CaseText.Of(request);
        return text.Wrong() is var (field, rule) ? throw EvaluationFaults.Invalid(field, rule) : text;
    }

    private static void Refuse(SaveTestSet request)
    {
        foreach (var (field, text) in new[]
        {
            ("name", request.Name), ("description", request.Description),
            ("judges.model.instruction", request.Judges.Model?.Instruction ?? ""),
            ("judges.model.model", request.Judges.Model?.Model ?? ""),
            ("judges.similarity.embedding_model", request.Judges.Similarity?.EmbeddingModel ?? ""),
        })
        {
            if (!StorableJson.IsStorable(text))
            {
                throw EvaluationFaults.Invalid(field, "holds a character that cannot be kept, such as NUL");
            }
        }

        if (request.Judges.Model?.Model is { } judge && BuiltinModel.Is(judge))
        {
            throw EvaluationFaults.JudgeNeedsModel();
        }
    }

    private async Task<Guid[]> InsertAsync(
        Caller caller, TestSet set, IReadOnlyList<CaseText> made, CancellationToken cancellationToken)
    {
        var ids = await cases.InsertAsync(caller.WorkspaceId, set.Id, made, MostCases, cancellationToken)
            ?? throw EvaluationFaults.TooManyCases(MostCases);
        audit.About(ObjectKind, set.Id, set.Name).Change(null, new { Cases = ids.Length });
        return ids;
    }

    private Task<App> OpenAppAsync(Caller caller, Guid appId, CancellationToken cancellationToken)
        => access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
}
