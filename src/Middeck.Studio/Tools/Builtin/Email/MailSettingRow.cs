using Middeck.Storage.Sql;

namespace Middeck.Studio.Tools.Builtin.Email;

/// <summary>A row of <c>studio.mail_setting</c>.</summary>
internal sealed record MailSettingRow(
    Guid WorkspaceId,
    string Host,
    int Port,
    bool Tls,
    string Username,
    string? Password,
    string Sender,
    string SenderName,
    DateTimeOffset UpdatedAt)
{
    /// <summary>What the password's ciphertext is bound to.</summary>
    public static string PurposeOf(Guid workspaceId) => $"studio.mail_setting/{workspaceId}";

    public static MailSettingRow From(Row row) => new(
        row.Get<Guid>("workspace_id"),
        row.Get<string>("host"),
        row.Get<int>("port"),
        row.Get<bool>("tls"),
        row.Get<string>("username"),
        row.Get<string?>("password"),
        row.Get<string>("sender"),
        row.Get<string>("sender_name"),
        row.Get<DateTimeOffset>("updated_at"));
}
