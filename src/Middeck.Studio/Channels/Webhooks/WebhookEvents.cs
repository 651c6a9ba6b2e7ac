namespace Middeck.Studio.Channels.Webhooks;

/// <summary>What webhooks are called on. The database raises them with what they tell of (migration 0009).</summary>
internal static class WebhookEvents
{
    public const string MessageCompleted = "message.completed";

    public const string MessageFailed = "message.failed";

    public const string ConversationStarted = "conversation.started";

    public const string FeedbackGiven = "feedback.given";

    public const string AppPublished = "app.published";

    /// <summary>Somebody tries the webhook out.</summary>
    public const string Test = "webhook.test";

    /// <summary>Those that a webhook can be called on.</summary>
    public static readonly string[] Offered =
        [MessageCompleted, MessageFailed, ConversationStarted, FeedbackGiven, AppPublished];
}
