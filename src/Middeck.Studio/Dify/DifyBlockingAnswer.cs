using System.Text.Json.Serialization;
using Middeck.Studio.Apps;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Dify;

/// <summary>The whole answer of a blocking call; without a conversation where apps have none.</summary>
internal sealed record DifyBlockingAnswer(
    string Event,
    Guid TaskId,
    Guid Id,
    Guid MessageId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? ConversationId,
    string Mode,
    string Answer,
    AnswerMetadata Metadata,
    long CreatedAt)
{
    public static DifyBlockingAnswer Of(ChatRun run, RunEvent.Ended end) => new(
        "message", run.Id, run.Id, run.Id, AppMode.IsChat(run.Request.App.Mode) ? run.ConversationId : null,
        run.Request.App.Mode, end.Answer, AnswerMetadata.Of(end), run.CreatedAt.ToUnixTimeSeconds());
}
