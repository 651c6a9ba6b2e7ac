using System.Text;
using System.Text.RegularExpressions;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>The header fields of a mail or of a part of it (RFC 5322), with their encoded words (RFC 2047) and parameters (RFC 2231) decoded.</summary>
internal sealed partial class MimeHeaders
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Bytes as characters, as the field stands in the file. The first of several counts.</summary>
    public void Add(string name, string value) => _fields.TryAdd(name, value);

    public string Raw(string name) => _fields.GetValueOrDefault(name, "");

    /// <summary>The field as people read it.</summary>
    public string Decoded(string name) => Words(Raw(name)).Trim();

    /// <summary>A parameter such as <c>charset</c> in <c>text/plain; charset="gbk"</c>; null when there is none.</summary>
    public string? Parameter(string field, string name)
    {
        foreach (Match match in Parameters().Matches(Raw(field)))
        {
            var found = match.Groups["name"].Value;
            var value = match.Groups["quoted"].Success
                ? match.Groups["quoted"].Value.Replace("\\\"", "\"", StringComparison.Ordinal)
                : match.Groups["plain"].Value;
            if (found.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return Words(value);
            }

            // filename*=utf-8''%E6%B6%88.pdf
            if (found.TrimEnd('*').Equals(name, StringComparison.OrdinalIgnoreCase) && value.Split('\'') is [var charset, _, var text])
            {
                return MimeDecoding.Text(MimeDecoding.Percent(text), charset);
            }
        }

        return null;
    }

    private static string Words(string value)
        => EncodedWord().Replace(
            BetweenWords().Replace(MimeDecoding.Text(Encoding.Latin1.GetBytes(value), charset: null), "?==?"),
            static word =>
            {
                var bytes = word.Groups["how"].Value is "B" or "b"
                    ? MimeDecoding.Base64(word.Groups["text"].Value)
                    : MimeDecoding.QuotedPrintable(word.Groups["text"].Value.Replace('_', ' '));
                return MimeDecoding.Text(bytes, word.Groups["charset"].Value);
            });

    [GeneratedRegex(@";\s*(?<name>[A-Za-z0-9\-*]+)\s*=\s*(?:""(?<quoted>(?:[^""\\]|\\.)*)""|(?<plain>[^;\s]*))")]
    private static partial Regex Parameters();

    [GeneratedRegex(@"=\?(?<charset>[^?*\s]{1,40})(?:\*[^?\s]{0,20})?\?(?<how>[BbQq])\?(?<text>[^?\s]*)\?=")]
    private static partial Regex EncodedWord();

    // Space between two encoded words belongs to neither.
    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex BetweenWords();
}
