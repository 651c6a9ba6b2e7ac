using Middeck.Storage.Sql;

namespace Middeck.Studio.Agents;

/// <summary>Reads steps beside the rows of messages.</summary>
internal static class AgentStepSql
{
    /// <summary>For a statement that calls <c>studio.message</c> <c>m</c>: a list of <see cref="AgentStep"/>, null for none.</summary>
    public static SqlText OfMessage => SqlText.Of($"""
        (SELECT jsonb_agg(
            jsonb_build_object('id', s.id, 'position', s.position, 'thought', s.thought, 'calls', s.calls,
                'answer_end', s.answer_end, 'created_at', s.created_at, 'duration', s.duration) ORDER BY s.position)
         FROM studio.agent_step s WHERE s.message_id = m.id)
        """);
}
