using Middeck.Core.Errors;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Users;

/// <summary>What the commands about accounts say, in both languages.</summary>
internal static class UserMessages
{
    public static Message NoDatabase() => new(
        "The database does not answer or has no tables yet. Start it with: middeck up, or look with: middeck doctor database.",
        "数据库无响应或尚未建表。请执行 middeck up，或用 middeck doctor database 检查。");

    public static Message Created(string email) => new($"Made the account {email}.", $"已创建账号 {email}。");

    public static Message PasswordSet(string email) => new(
        $"{email} has a new password; all sessions ended.", $"已为 {email} 设置新密码，所有会话已结束。");

    public static Message Generated(string password) => new(
        $"Password, shown once and to be changed at the first login: {password}",
        $"密码（仅显示一次，首次登录需修改）：{password}");

    public static Message Administrator(string email) => new(
        $"{email} administers the installation.", $"{email} 已成为管理员。");

    public static Message NoAdministrator(string email) => new(
        $"{email} does not administer the installation any more.", $"{email} 不再是管理员。");

    public static Message Disabled(string email) => new(
        $"{email} is shut out; all sessions ended.", $"{email} 已停用，所有会话已结束。");

    public static Message Enabled(string email) => new($"{email} may sign in again.", $"{email} 可以重新登录。");

    public static Message AskDisable(string email) => new($"Shut {email} out?", $"停用 {email}？");

    public static Message AskPassword() => new("Password (empty: one is generated): ", "密码（留空则自动生成）：");

    public static Message AskAgain() => new("The same again: ", "再次输入：");

    public static Message NotTheSame() => new("The two are not the same. Nothing was changed.", "两次输入不一致，未做更改。");

    public static Message NoPassword() => new("Standard input holds no password.", "标准输入中没有密码。");

    /// <summary>A refusal of the room; its own words where there are no others.</summary>
    public static Message Of(Fault fault) => new(fault.Detail, fault.Code switch
    {
        "users.not_found" => "没有这个账号。查看全部：middeck user list。",
        "users.email_taken" => "该邮箱已有账号。",
        "users.invalid_email" => "邮箱地址无效。",
        "users.last_administrator" => "这是最后一个管理员，请先指定其他管理员。",
        "workspaces.not_found" => "没有这个工作空间。",
        "workspaces.invalid_role" => "角色必须是 owner、admin、editor、operator、dataset_operator 或 viewer。",
        "auth.password_policy" => "密码至少 10 个字符，须包含字母和数字，且不能是常用密码或包含邮箱名。",
        _ => fault.Detail,
    });
}
