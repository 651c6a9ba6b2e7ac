using System.Net;
using System.Text;

namespace Middeck.Workflows.Jinja.Text;

/// <summary>HTML as text.</summary>
internal static class HtmlText
{
    public static string StripTags(string html)
    {
        var text = Without(Without(html, "<!--", "-->"), "<", ">");
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Unescape(string.Join(' ', words));
    }

    public static string Unescape(string html) => WebUtility.HtmlDecode(html);

    private static string Without(string text, string open, string close)
    {
        var kept = new StringBuilder(text.Length);
        var at = 0;
        while (true)
        {
            var start = text.IndexOf(open, at, StringComparison.Ordinal);
            var end = start < 0 ? -1 : text.IndexOf(close, start + open.Length, StringComparison.Ordinal);
            if (end < 0)
            {
                return kept.Append(text, at, text.Length - at).ToString();
            }

            kept.Append(text, at, start - at);
            at = end + close.Length;
        }
    }
}
