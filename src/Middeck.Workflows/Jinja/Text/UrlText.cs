using System.Text;
using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Text;

/// <summary>Texts in addresses.</summary>
internal static class UrlText
{
    /// <summary>With percent signs; in a query a space is a plus, elsewhere a slash stays.</summary>
    public static string Quote(string text, bool inQuery, Budget budget)
    {
        budget.Text(text.Length);
        var quoted = new StringBuilder(text.Length);
        foreach (var part in Encoding.UTF8.GetBytes(text))
        {
            var letter = (char)part;
            _ = char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '-' or '~' || (letter == '/' && !inQuery) ? quoted.Append(letter)
                : letter == ' ' && inQuery ? quoted.Append('+')
                : quoted.Append('%').Append("0123456789ABCDEF"[part >> 4]).Append("0123456789ABCDEF"[part & 15]);
        }

        return quoted.ToString();
    }
}
