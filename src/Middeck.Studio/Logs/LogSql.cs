using System.Diagnostics;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Logs;

/// <summary>The conditions of a log's filters, written so that each is answered by the index that was made for it.</summary>
internal static class LogSql
{
    private static SqlText All => SqlText.Of($"true");

    /// <summary>For a statement that calls <c>studio.conversation</c> <c>c</c>.</summary>
    public static SqlText Of(Guid workspaceId, Guid appId, LogFilter filter) => SqlText.Of($"""
        c.workspace_id = {workspaceId} AND c.app_id = {appId}
            AND {(filter.Source is { } source
                ? SqlText.Of($"c.source = {source}")
                : SqlText.Of($"NOT c.draft AND c.source <> 'evaluation'"))}
            AND {(filter.From is { } from ? SqlText.Of($"c.updated_at >= {from.ToUniversalTime()}") : All)}
            AND {(filter.To is { } to ? SqlText.Of($"c.updated_at < {to.ToUniversalTime()}") : All)}
            AND {(filter.User is { } user ? ByUser(appId, user) : All)}
            AND {(filter.Model is { } model ? SqlText.Of($"c.model = {model}") : All)}
            AND {(filter.MinCost is { } cost ? SqlText.Of($"c.total_price > 0 AND c.total_price >= {cost}") : All)}
            AND {(filter.Errors is { } errors ? ByErrors(errors) : All)}
            AND {(filter.Feedback is { } feedback ? ByFeedback(appId, feedback) : All)}
        """);

    private static SqlText ByErrors(bool any) => any ? SqlText.Of($"c.errors > 0") : SqlText.Of($"c.errors = 0");

    private static SqlText ByUser(Guid appId, string user) => Guid.TryParse(user, out var id)
        ? SqlText.Of($"(c.user_id = {id} OR c.end_user_id = {id})")
        : SqlText.Of($"""
            c.end_user_id = (SELECT id FROM studio.end_user WHERE app_id = {appId} AND external_id = {user})
            """);

    private static SqlText ByFeedback(Guid appId, LogFeedback feedback) => feedback switch
    {
        LogFeedback.Like => SqlText.Of($"c.likes > 0"),
        LogFeedback.Dislike => SqlText.Of($"c.dislikes > 0"),
        LogFeedback.None => SqlText.Of($"c.likes = 0 AND c.dislikes = 0"),
        LogFeedback.Annotated => SqlText.Of($"""
            c.id IN (SELECT m.conversation_id FROM studio.annotation a JOIN studio.message m ON m.id = a.message_id
                     WHERE a.app_id = {appId})
            """),
        LogFeedback.OperatorLike => ByOperator(appId, "like"),
        LogFeedback.OperatorDislike => ByOperator(appId, "dislike"),
        _ => throw new UnreachableException(),
    };

    private static SqlText ByOperator(Guid appId, string rating) => SqlText.Of($"""
        c.id IN (SELECT m.conversation_id FROM studio.operator_feedback f JOIN studio.message m ON m.id = f.message_id
                 WHERE f.app_id = {appId} AND f.rating = {rating})
        """);
}
