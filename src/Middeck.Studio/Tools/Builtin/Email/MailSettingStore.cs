using Middeck.Storage.Sql;

namespace Middeck.Studio.Tools.Builtin.Email;

/// <summary>The rows of mail settings, at most one a workspace.</summary>
internal sealed class MailSettingStore(Database database)
{
    public Task<MailSettingRow?> FindAsync(Guid workspaceId, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"SELECT * FROM studio.mail_setting WHERE workspace_id = {workspaceId}", MailSettingRow.From, cancellationToken);

    public Task SaveAsync(MailSettingRow row, Guid? by, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO studio.mail_setting
                (workspace_id, host, port, tls, username, password, sender, sender_name, updated_by, updated_at)
            VALUES ({row.WorkspaceId}, {row.Host}, {row.Port}, {row.Tls}, {row.Username}, {row.Password}::text, {row.Sender},
                {row.SenderName}, {by}::uuid, {row.UpdatedAt})
            ON CONFLICT (workspace_id) DO UPDATE SET host = excluded.host, port = excluded.port, tls = excluded.tls,
                username = excluded.username, password = excluded.password, sender = excluded.sender,
                sender_name = excluded.sender_name, updated_by = excluded.updated_by, updated_at = excluded.updated_at
            """,
            cancellationToken);

    public Task DeleteAsync(Guid workspaceId, CancellationToken cancellationToken)
        => database.ExecuteAsync($"DELETE FROM studio.mail_setting WHERE workspace_id = {workspaceId}", cancellationToken);
}
