using System.Globalization;
using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Paging;
using Middeck.Storage.Sql;
using Middeck.Studio.Conversations;
using Middeck.Studio.Evaluation.Judges;

namespace Middeck.Studio.Evaluation.Runs;

/// <summary>The cases of runs, and what they came to.</summary>
internal sealed class CaseResultStore(Database database)
{
    /// <summary>A page in the order in which the cases were written.</summary>
    /// <param name="evaluationId">The run.</param>
    /// <param name="passed">Only those that passed, or did not; null for all.</param>
    /// <param name="page">From where.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<List<AppCaseResult>> ListAsync(
        Guid evaluationId, bool? passed, PageRequest page, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT * FROM studio.evaluation_result
            WHERE evaluation_id = {evaluationId} AND ({page.After}::uuid IS NULL OR case_id > {page.After}::uuid)
                AND ({passed}::boolean IS NULL OR passed = {passed}::boolean)
            ORDER BY case_id LIMIT {page.Fetch}
            """,
            Read,
            cancellationToken);

    /// <summary>All of them.</summary>
    public Task<List<AppCaseResult>> AllAsync(Guid evaluationId, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"SELECT * FROM studio.evaluation_result WHERE evaluation_id = {evaluationId} ORDER BY case_id", Read, cancellationToken);

    public Task<List<WaitingCase>> WaitingAsync(Guid evaluationId, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT case_id, question, inputs, expected, rules FROM studio.evaluation_result
            WHERE evaluation_id = {evaluationId} AND state = 'waiting' ORDER BY case_id
            """,
            static row => new WaitingCase(
                row.Get<Guid>("case_id"),
                row.Get<string>("question"),
                row.Json("inputs")!.Value,
                row.Get<string?>("expected"),
                row.Json<List<TestRule>>("rules")!),
            cancellationToken);

    /// <summary>Keeps what came of a case that waits; nothing when the run is gone.</summary>
    public Task SaveAsync(Guid evaluationId, Guid caseId, CaseOutcome outcome, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.evaluation_result SET state = {outcome.State}, answer = {outcome.Answer}::text,
                error = {outcome.Error}::text, passed = {outcome.Passed}::boolean, score = {outcome.Score}::double precision,
                similarity = {outcome.ScoreOf(JudgeKind.Similarity)}::double precision,
                model_score = {outcome.ScoreOf(JudgeKind.Model)}::double precision,
                verdicts = {SqlText.Jsonb(JsonSerializer.Serialize(outcome.Verdicts, Json.Snake))}, model = {outcome.Model}::text,
                prompt_tokens = {outcome.Usage?.PromptTokens ?? 0}, completion_tokens = {outcome.Usage?.CompletionTokens ?? 0},
                total_price = {outcome.Usage?.TotalPrice ?? 0}, currency = {outcome.Usage?.Currency}::text,
                duration = {outcome.Usage?.Duration}::double precision, message_id = {outcome.MessageId}::uuid
            WHERE evaluation_id = {evaluationId} AND case_id = {caseId} AND state = 'waiting'
            """,
            cancellationToken);

    private static AppCaseResult Read(Row row) => new(
        row.Get<Guid>("case_id"),
        row.Get<string>("question"),
        row.Json("inputs")!.Value,
        row.Get<string?>("expected"),
        row.Word<CaseState>("state"),
        row.Get<string?>("answer"),
        row.Get<string?>("error"),
        row.Get<bool?>("passed"),
        row.Get<double?>("score"),
        row.Json<List<Verdict>>("verdicts") ?? [],
        row.Get<string?>("model"),
        row.Get<int>("prompt_tokens"),
        row.Get<int>("completion_tokens"),
        row.Get<string?>("currency") is { } currency
            ? new MessageCost(row.Get<decimal>("total_price").ToString(CultureInfo.InvariantCulture), currency)
            : null,
        row.Get<double?>("duration"),
        row.Get<Guid?>("message_id"));
}
