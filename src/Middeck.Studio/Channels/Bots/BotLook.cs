using Middeck.Studio.Channels.Bots.Markup;

namespace Middeck.Studio.Channels.Bots;

/// <summary>How a platform shows text.</summary>
/// <param name="Style">What marks it knows.</param>
/// <param name="MostBytes">The longest message, in bytes of UTF-8.</param>
internal sealed record BotLook(MarkupStyle Style, int MostBytes);
