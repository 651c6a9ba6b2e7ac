using System.Globalization;
using System.Text.Json;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Logs;

/// <summary>A line of an exported log, without what the conversation adds.</summary>
internal sealed record ExportedMessage(
    Guid ConversationId,
    Guid Id,
    Guid? ParentId,
    string Query,
    JsonElement Inputs,
    string Answer,
    string Status,
    string? Error,
    string? Model,
    int PromptTokens,
    int CompletionTokens,
    decimal TotalPrice,
    string Currency,
    double? TimeToFirstToken,
    double? Duration,
    DateTimeOffset CreatedAt,
    string? Rating,
    string? Comment,
    string? OperatorRating,
    string? OperatorComment)
{
    /// <summary>The price as it is written.</summary>
    public string Price => TotalPrice.ToString(CultureInfo.InvariantCulture);

    public static ExportedMessage From(Row row) => new(
        row.Get<Guid>("conversation_id"),
        row.Get<Guid>("id"),
        row.Get<Guid?>("parent_id"),
        row.Get<string>("query"),
        row.Json("inputs")!.Value,
        row.Get<string>("answer"),
        row.Get<string>("status"),
        row.Get<string?>("error"),
        row.Get<string?>("model"),
        row.Get<int>("prompt_tokens"),
        row.Get<int>("completion_tokens"),
        row.Get<decimal>("total_price"),
        row.Get<string>("currency"),
        row.Get<double?>("time_to_first_token"),
        row.Get<double?>("duration"),
        row.Get<DateTimeOffset>("created_at"),
        row.Get<string?>("rating"),
        row.Get<string?>("comment"),
        row.Get<string?>("operator_rating"),
        row.Get<string?>("operator_comment"));
}
