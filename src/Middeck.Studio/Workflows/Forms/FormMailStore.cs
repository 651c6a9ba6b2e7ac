using Middeck.Storage.Sql;

namespace Middeck.Studio.Workflows.Forms;

/// <summary>The rows of mails about forms.</summary>
internal sealed class FormMailStore(Database database)
{
    // Longer than a mail may take: one that a node broke off at is sent again then.
    private static readonly TimeSpan _lease = TimeSpan.FromMinutes(3);

    /// <summary>Writes mails down, behind their form and with it.</summary>
    public static SqlText Insert(Guid formId, IReadOnlyList<FormLetter> letters, DateTimeOffset now)
    {
        var (waiting, failed) = (SnakeCase.Of(nameof(FormMailState.Waiting)), SnakeCase.Of(nameof(FormMailState.Failed)));
        return SqlText.Of($"""
            INSERT INTO studio.workflow_form_mail (id, workspace_id, form_id, recipient, subject, body, state, due_at, error, created_at)
            SELECT given.id, form.workspace_id, form.id, given.recipient, given.subject, given.body,
                CASE WHEN given.problem IS NULL THEN {waiting} ELSE {failed} END, CASE WHEN given.problem IS NULL THEN {now} END,
                given.problem, {now}
            FROM unnest({letters.Select(one => one.Id).ToArray()}, {letters.Select(one => one.Recipient).ToArray()},
                {letters.Select(one => one.Subject).ToArray()}, {letters.Select(one => one.Body).ToArray()},
                {letters.Select(one => one.Problem).ToArray()}::text[]) AS given (id, recipient, subject, body, problem)
            JOIN studio.workflow_form form ON form.id = {formId}
            WHERE NOT EXISTS (SELECT FROM studio.workflow_form_mail before WHERE before.form_id = form.id)
            """);
    }

    /// <summary>The mails of a run's forms.</summary>
    public Task<List<(Guid FormId, FormMailInfo Mail)>> OfRunAsync(Guid runId, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT m.form_id, m.recipient, m.state, m.attempts, m.error, m.sent_at
            FROM studio.workflow_form_mail m JOIN studio.workflow_form f ON f.id = m.form_id
            WHERE f.run_id = {runId} ORDER BY m.id
            """,
            static row => (
                row.Get<Guid>("form_id"),
                new FormMailInfo(
                    row.Get<string>("recipient"), row.Word<FormMailState>("state"), row.Get<int>("attempts"), row.Get<string?>("error"),
                    row.Get<DateTimeOffset?>("sent_at"))),
            cancellationToken);

    /// <summary>Takes up mails that are due; no other node does for a while.</summary>
    public Task<List<DueFormMail>> TakeAsync(DateTimeOffset now, int most, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            UPDATE studio.workflow_form_mail m SET attempts = m.attempts + 1, due_at = {now + _lease}
            FROM studio.workflow_form f
            WHERE f.id = m.form_id AND m.id IN (
                SELECT id FROM studio.workflow_form_mail WHERE state = 'waiting' AND due_at <= {now}
                ORDER BY due_at LIMIT {most} FOR UPDATE SKIP LOCKED)
            RETURNING m.id, m.workspace_id, m.recipient, m.subject, m.body, m.attempts, f.token,
                f.closed_at IS NULL AND f.expires_at > {now} AS is_open
            """,
            static row => new DueFormMail(
                row.Get<Guid>("id"), row.Get<Guid>("workspace_id"), row.Get<string>("recipient"), row.Get<string>("subject"),
                row.Get<string>("body"), row.Get<int>("attempts"), row.Get<string>("token"), row.Get<bool>("is_open")),
            cancellationToken);

    /// <summary>Writes down what became of a mail.</summary>
    public Task SettleAsync(
        Guid id, FormMailState state, string? error, DateTimeOffset? dueAt, DateTimeOffset? sentAt, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.workflow_form_mail SET state = {state}, error = {error}::text, due_at = {dueAt}::timestamptz,
                sent_at = {sentAt}::timestamptz
            WHERE id = {id}
            """,
            cancellationToken);
}
