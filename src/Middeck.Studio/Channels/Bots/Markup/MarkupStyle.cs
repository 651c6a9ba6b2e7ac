namespace Middeck.Studio.Channels.Bots.Markup;

/// <summary>The marks that a chat platform knows.</summary>
/// <param name="Bold">What stands on both sides of bold text.</param>
/// <param name="Italic">What stands on both sides of italic text.</param>
/// <param name="Strike">What stands on both sides of text that is struck out.</param>
/// <param name="Code">What stands on both sides of code in a line.</param>
/// <param name="Bullet">What stands before an entry of a list.</param>
/// <param name="HasHeadings">Whether <c>#</c> makes a heading; else headings are bold.</param>
/// <param name="HasFences">Whether three backticks make a block of code; else its lines stand by themselves.</param>
/// <param name="LineBreak">What begins a new line.</param>
internal sealed record MarkupStyle(
    string Bold, string Italic, string Strike, string Code, string Bullet, bool HasHeadings, bool HasFences, string LineBreak)
{
    /// <summary>No marks at all.</summary>
    public static MarkupStyle Text { get; } = new("", "", "", "", "- ", HasHeadings: false, HasFences: false, "\n");

    /// <summary>Makes text harmless that is not meant as a mark.</summary>
    public Func<string, string> Escape { get; init; } = static text => text;

    /// <summary>A link from its text and its address.</summary>
    public Func<string, string, string> Link { get; init; } = static (text, url) => text == url ? url : $"{text} ({url})";
}
