using System.Globalization;
using System.Text.Json;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Logs;

/// <summary>A conversation in an app's log.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">What it is called, mostly its first question.</param>
/// <param name="Source">Where it took place: <c>console</c>, <c>api</c>, <c>preview</c>, <c>evaluation</c> and so on.</param>
/// <param name="Person">Whose it is.</param>
/// <param name="Inputs">What was filled in when it began.</param>
/// <param name="Introduction">What the app said first; null for nothing.</param>
/// <param name="MessageCount">Questions, those asked again among them.</param>
/// <param name="Likes">How many answers their reader liked.</param>
/// <param name="Dislikes">How many answers their reader disliked.</param>
/// <param name="Annotated">Whether an annotation was made from one of its answers.</param>
/// <param name="Errors">How many answers failed.</param>
/// <param name="Tokens">What all answers used.</param>
/// <param name="Cost">What they cost; null before the first ended.</param>
/// <param name="Model">The model that answered last; null when it has no name.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="UpdatedAt">When something was last asked.</param>
/// <param name="MatchId">The newest message that holds the words that were looked for; null when none were.</param>
internal sealed record LogConversation(
    Guid Id,
    string Name,
    string Source,
    LogPerson Person,
    JsonElement Inputs,
    string? Introduction,
    int MessageCount,
    int Likes,
    int Dislikes,
    bool Annotated,
    int Errors,
    long Tokens,
    MessageCost? Cost,
    string? Model,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    Guid? MatchId)
{
    /// <param name="row">The row.</param>
    /// <param name="names">What people of the console are called.</param>
    public static LogConversation From(LogRow row, IReadOnlyDictionary<Guid, string> names) => new(
        row.Id,
        row.Name,
        row.Source,
        row.UserId is { } user
            ? new LogPerson(user, row.Kind, names.GetValueOrDefault(user))
            : new LogPerson(row.EndUserId!.Value, row.Kind, row.ExternalId),
        row.Inputs,
        row.Introduction,
        row.MessageCount,
        row.Likes,
        row.Dislikes,
        row.Annotated,
        row.Errors,
        row.Tokens,
        row.Currency is null
            ? null
            : new MessageCost(row.TotalPrice.ToString(CultureInfo.InvariantCulture), row.Currency),
        row.Model,
        row.CreatedAt,
        row.UpdatedAt,
        row.MatchId);
}
