using System.Globalization;
using System.Text;
using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Paging;
using Middeck.Identity.Users;
using Middeck.Studio.Tables;

namespace Middeck.Studio.Logs;

/// <summary>
/// Writes the messages of conversations, one in each line, page by page: whatever there is, a page is all that is in memory, and
/// no connection is held while the reader takes its time.
/// </summary>
internal sealed class LogExport(LogStore logs, LogMessageStore messages, IPeople people)
{
    private const int Batch = 200;

    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);
    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly string[] Columns =
    [
        "conversation_id", "conversation", "source", "user", "message_id", "parent_id", "created_at", "question", "inputs",
        "answer", "status", "error", "model", "prompt_tokens", "completion_tokens", "cost", "currency", "first_token_seconds",
        "seconds", "rating", "comment", "operator_rating", "operator_comment",
    ];

    public async Task WriteAsync(
        Stream stream,
        Guid workspaceId,
        Guid appId,
        LogFilter filter,
        LogFormat format,
        CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(stream, format == LogFormat.Csv ? WithMark : WithoutMark, leaveOpen: true);
        if (format == LogFormat.Csv)
        {
            await text.WriteAsync($"{string.Join(',', Columns)}\r\n");
        }

        var page = new PageRequest(PageRequest.MaxLimit, null);
        while (true)
        {
            var rows = await logs.ListAsync(workspaceId, appId, filter, page, cancellationToken);
            var shown = page.ToPage(rows, KeyOf);
            await WriteAsync(text, workspaceId, shown.Data, format, cancellationToken);
            if (!shown.HasMore)
            {
                return;
            }

            page = page with { After = KeyOf(shown.Data[^1]) };
        }
    }

    /// <summary>The cursor of a row in its list.</summary>
    public static Guid KeyOf(LogRow row) => row.MatchId ?? row.Id;

    private async Task WriteAsync(
        StreamWriter text, Guid workspaceId, IReadOnlyList<LogRow> rows, LogFormat format, CancellationToken cancellationToken)
    {
        var names = await people.NamesAsync([.. rows.Select(row => row.UserId).OfType<Guid>()], cancellationToken);
        var byId = rows.ToDictionary(row => row.Id);
        Guid[] ids = [.. byId.Keys];
        var place = default(ExportPlace);
        while (true)
        {
            var batch = await messages.BatchAsync(workspaceId, ids, place, Batch, cancellationToken);
            foreach (var message in batch)
            {
                var row = byId[message.ConversationId];
                var user = row.UserId is { } id ? names.GetValueOrDefault(id) : row.ExternalId;
                await text.WriteAsync(format == LogFormat.Csv ? Table(row, user, message) : Line(row, user, message));
            }

            await text.FlushAsync(cancellationToken);
            if (batch.Count < Batch)
            {
                return;
            }

            place = new ExportPlace(batch[^1].ConversationId, batch[^1].Id);
        }
    }

    private static string Table(LogRow row, string? user, ExportedMessage message)
    {
        string?[] cells =
        [
            row.Id.ToString(), row.Name, row.Source, user, message.Id.ToString(), message.ParentId?.ToString(),
            message.CreatedAt.ToString("O", CultureInfo.InvariantCulture), message.Query, message.Inputs.GetRawText(),
            message.Answer, message.Status, message.Error, message.Model, $"{message.PromptTokens}",
            $"{message.CompletionTokens}", message.Price, message.Currency, Number(message.TimeToFirstToken),
            Number(message.Duration), message.Rating, message.Comment, message.OperatorRating, message.OperatorComment,
        ];
        return $"{string.Join(',', cells.Select(cell => CsvCell.Write(cell ?? "")))}\r\n";
    }

    private static string Line(LogRow row, string? user, ExportedMessage message)
        => JsonSerializer.Serialize(
            new
            {
                message.ConversationId,
                Conversation = row.Name,
                row.Source,
                User = user,
                MessageId = message.Id,
                message.ParentId,
                message.CreatedAt,
                Question = message.Query,
                message.Inputs,
                message.Answer,
                message.Status,
                message.Error,
                message.Model,
                message.PromptTokens,
                message.CompletionTokens,
                Cost = message.Price,
                message.Currency,
                FirstTokenSeconds = message.TimeToFirstToken,
                Seconds = message.Duration,
                message.Rating,
                message.Comment,
                message.OperatorRating,
                message.OperatorComment,
            },
            Json.Snake) + "\n";

    private static string? Number(double? value) => value?.ToString(CultureInfo.InvariantCulture);
}
