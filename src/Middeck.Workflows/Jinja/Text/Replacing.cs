using System.Text;
using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Text;

/// <summary><c>str.replace</c></summary>
internal static class Replacing
{
    /// <summary>The first so many occurrences, or all for a negative count. The empty text occurs between all letters.</summary>
    public static string Replace(string text, string old, string with, int count, Budget budget)
    {
        var left = count < 0 ? int.MaxValue : count;
        if (old.Length > 0 && !text.Contains(old, StringComparison.Ordinal))
        {
            return text;
        }

        var replaced = new StringBuilder();
        var at = 0;
        while (left-- > 0)
        {
            budget.Step();
            var next = old.Length > 0 ? text.IndexOf(old, at, StringComparison.Ordinal) : at;
            if (next < 0)
            {
                break;
            }

            if (replaced.Length + with.Length > budget.Limits.MaxText)
            {
                budget.Text((long)replaced.Length + with.Length);
            }

            replaced.Append(text, at, next - at).Append(with);
            at = next + old.Length;
            if (old.Length == 0)
            {
                if (at >= text.Length)
                {
                    break;
                }

                var letter = char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
                replaced.Append(text, at, letter);
                at += letter;
            }
        }

        replaced.Append(text, at, text.Length - at);
        budget.Text(replaced.Length);
        return replaced.ToString();
    }
}
