using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Chat;

/// <summary>
/// Writes the passages so that a model, and the built-in one, can tell them apart:
/// <code>
/// &lt;context&gt;
/// [1] handbook.pdf
/// Leave has to be requested two weeks ahead.
///
/// &lt;/context&gt;
/// </code>
/// A passage cannot end the block or pretend to be another passage: its empty lines and its own marks are taken out.
/// </summary>
internal static partial class ContextBlock
{
    public const string Begin = "<context>";
    public const string End = "</context>";

    public static void Append(StringBuilder text, IReadOnlyList<Citation> passages)
    {
        text.Append(Begin).Append('\n');
        foreach (var passage in passages)
        {
            text.Append(CultureInfo.InvariantCulture, $"[{passage.Position}] {OneLine(passage.DocumentName)}\n");
            foreach (var line in passage.Content.EnumerateLines())
            {
                if (!line.IsWhiteSpace())
                {
                    text.Append(Harmless(line.ToString())).Append('\n');
                }
            }

            text.Append('\n');
        }

        text.Append(End);
    }

    private static string OneLine(string name) => Harmless(string.Join(' ', name.Split('\r', '\n')));

    private static string Harmless(string text) => Mark().Replace(text, "&lt;$1context$2&gt;");

    [GeneratedRegex(@"<\s*(/?)\s*context(\s*)>", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();
}
