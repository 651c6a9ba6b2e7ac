namespace Middeck.Studio.Conversations;

/// <summary>Which conversations are listed.</summary>
/// <param name="WorkspaceId">The border.</param>
/// <param name="Person">Whose.</param>
/// <param name="AppId">With which app; null for all.</param>
/// <param name="Draft">Those that tried out a draft, or those with published versions.</param>
/// <param name="Order">In which order.</param>
/// <param name="After">The last one of the page before; null for the first page.</param>
/// <param name="Fetch">How many.</param>
internal sealed record ConversationQuery(
    Guid WorkspaceId, Person Person, Guid? AppId, bool Draft, ConversationOrder Order, Guid? After, int Fetch)
{
    /// <summary>What the name or a question of the conversation holds, in whatever case; null for all.</summary>
    public string? Search { get; init; }
}
