using Middeck.Studio.Chat;

namespace Middeck.Studio.Dify;

/// <summary>The whole answer of a blocking call.</summary>
internal sealed record DifyBlockingAnswer(
    string Event,
    Guid TaskId,
    Guid Id,
    Guid MessageId,
    Guid ConversationId,
    string Mode,
    string Answer,
    AnswerMetadata Metadata,
    long CreatedAt)
{
    public static DifyBlockingAnswer Of(ChatRun run, RunEvent.Ended end) => new(
        "message", run.Id, run.Id, run.Id, run.ConversationId, run.Request.App.Mode, end.Answer,
        AnswerMetadata.Of(end), run.CreatedAt.ToUnixTimeSeconds());
}
