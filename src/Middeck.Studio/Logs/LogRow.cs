using System.Text.Json;

namespace Middeck.Studio.Logs;

internal sealed record LogRow(
    Guid Id,
    string Name,
    string Source,
    Guid? UserId,
    Guid? EndUserId,
    string? ExternalId,
    JsonElement Inputs,
    string? Introduction,
    int MessageCount,
    int Likes,
    int Dislikes,
    bool Annotated,
    int Errors,
    long Tokens,
    decimal TotalPrice,
    string? Currency,
    string? Model,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    Guid? MatchId)
{
    public LogPersonKind Kind => UserId is null ? LogPersonKind.EndUser : LogPersonKind.User;
}
