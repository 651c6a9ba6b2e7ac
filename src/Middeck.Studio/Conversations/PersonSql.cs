using Middeck.Storage.Sql;

namespace Middeck.Studio.Conversations;

/// <summary>Conditions that keep people's conversations apart.</summary>
internal static class PersonSql
{
    /// <summary>For a statement that calls <c>studio.conversation</c> <c>c</c>.</summary>
    public static SqlText Owns(Person person) => person.UserId is { } user
        ? SqlText.Of($"c.user_id = {user}")
        : SqlText.Of($"c.end_user_id = {person.EndUserId!.Value}");
}
