namespace Middeck.Studio.Channels.Bots;

/// <summary>How far the answer to a message is.</summary>
/// <param name="RunId">The run that answers it; null before it is asked.</param>
/// <param name="Sent">How many pieces of the answer the platform has taken.</param>
internal sealed record BotProgress(Guid? RunId = null, int Sent = 0);
