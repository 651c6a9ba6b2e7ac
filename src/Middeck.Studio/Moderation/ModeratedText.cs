using System.Text;

namespace Middeck.Studio.Moderation;

/// <summary>A text that is judged.</summary>
/// <param name="isInput">Whether it is a question; else an answer.</param>
/// <param name="passed">What was judged and shown before it; empty for questions.</param>
/// <param name="piece">What is new.</param>
internal sealed class ModeratedText(bool isInput, StringBuilder passed, string piece)
{
    public bool IsInput { get; } = isInput;

    /// <summary>All of it.</summary>
    public string Whole => Tail(passed.Length);

    public static ModeratedText Question(string text) => new(true, new StringBuilder(), text);

    /// <summary>What is new, with some characters before it, in which something may have begun that now shows.</summary>
    public string Tail(int before)
    {
        var length = Math.Min(before, passed.Length);
        return length == 0 ? piece : string.Concat(passed.ToString(passed.Length - length, length), piece);
    }
}
