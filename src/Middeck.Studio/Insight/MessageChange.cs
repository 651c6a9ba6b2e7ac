using Middeck.Studio.Conversations;

namespace Middeck.Studio.Insight;

/// <summary>What happened to a message: it ended, it was rated, or both; with what the sums need of it.</summary>
/// <param name="WorkspaceId">Whose it is.</param>
/// <param name="AppId">The app.</param>
/// <param name="ConversationId">Its conversation.</param>
/// <param name="MessageId">The message.</param>
/// <param name="Ended">Whether it ended, and was not only rated.</param>
/// <param name="Likes">1, 0, or -1 when a rating was taken back.</param>
/// <param name="Dislikes">The same.</param>
/// <param name="Source">Where the conversation takes place.</param>
/// <param name="Counts">Whether it is somebody's use of the app, and no draft or test.</param>
/// <param name="Begins">Whether the conversation begins with it.</param>
/// <param name="Person">Who asked.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Model"><c>provider/model</c>; empty when the gateway chose without a name.</param>
/// <param name="PromptTokens">As the model counted.</param>
/// <param name="CompletionTokens">As the model counted.</param>
/// <param name="TotalPrice">What it cost.</param>
/// <param name="Currency">Of the price.</param>
/// <param name="FirstToken">Seconds; null when there was no text.</param>
/// <param name="Duration">Seconds; null when nobody was there to measure it.</param>
/// <param name="At">When it was asked.</param>
/// <param name="Query">The question.</param>
/// <param name="Answer">The answer.</param>
internal sealed record MessageChange(
    Guid WorkspaceId,
    Guid AppId,
    Guid ConversationId,
    Guid MessageId,
    bool Ended,
    int Likes,
    int Dislikes,
    string Source,
    bool Counts,
    bool Begins,
    Guid Person,
    MessageStatus Status,
    string Model,
    int PromptTokens,
    int CompletionTokens,
    decimal TotalPrice,
    string Currency,
    double? FirstToken,
    double? Duration,
    DateTimeOffset At,
    string Query,
    string Answer);
