using Middeck.Storage.Sql;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>Which runs are asked for; what is null does not count.</summary>
/// <param name="Status">How far they are, in Dify's words.</param>
/// <param name="Words">Part of what went in or came out, in any case.</param>
/// <param name="Before">Asked for before.</param>
/// <param name="After">Asked for after.</param>
/// <param name="EndUser">The app's own name of who asked.</param>
/// <param name="UserId">The person of the console who asked.</param>
/// <param name="PublishedOnly">Whether those of drafts are left out.</param>
internal sealed record WorkflowFilter(
    string? Status = null,
    string? Words = null,
    DateTimeOffset? Before = null,
    DateTimeOffset? After = null,
    string? EndUser = null,
    Guid? UserId = null,
    bool PublishedOnly = false)
{
    /// <summary>For a statement that calls <c>studio.workflow_run</c> <c>r</c>.</summary>
    public SqlText ToSql()
    {
        var like = LikePattern.Containing(Words);
        return SqlText.Of($"""
            ({Status}::text IS NULL OR r.status = {Status}::text)
            AND ({like}::text IS NULL OR r.inputs::text ILIKE {like}::text OR r.outputs::text ILIKE {like}::text)
            AND ({Before}::timestamptz IS NULL OR r.created_at <= {Before}::timestamptz)
            AND ({After}::timestamptz IS NULL OR r.created_at >= {After}::timestamptz)
            AND ({EndUser}::text IS NULL OR r.end_user = {EndUser}::text)
            AND ({UserId}::uuid IS NULL OR r.user_id = {UserId}::uuid)
            AND (NOT {PublishedOnly} OR r.version IS NOT NULL)
            """);
    }
}
