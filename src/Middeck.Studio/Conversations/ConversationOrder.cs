namespace Middeck.Studio.Conversations;

/// <summary>How a list of conversations is ordered.</summary>
/// <param name="ByUpdate">By the last message instead of the first.</param>
/// <param name="NewestFirst">The latest at the top.</param>
internal readonly record struct ConversationOrder(bool ByUpdate, bool NewestFirst)
{
    public static ConversationOrder LatestFirst => new(ByUpdate: true, NewestFirst: true);
}
