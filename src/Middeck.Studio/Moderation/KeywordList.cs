using System.Buffers;
using System.Text.Json;
using Middeck.Studio.Answering;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Moderation;

/// <summary>Words that are not allowed, one in each line. All are looked for in one pass, whatever their number.</summary>
internal sealed class KeywordList
{
    private const int MostWords = 10_000;
    private const int LongestWord = 200;
    private const int LongestList = 400_000;

    private readonly SearchValues<string> _words;

    private KeywordList(string[] words)
    {
        _words = SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);
        Longest = words.Length == 0 ? 0 : words.Max(word => word.Length);
    }

    /// <summary>Characters of the longest word.</summary>
    public int Longest { get; }

    public static KeywordList Read(JsonElement? keywords) => new(Words(keywords.Text() ?? ""));

    public static void Check(FieldCheck keywords)
    {
        var words = Words(keywords.Present().Text(LongestList).Value.Text()!);
        if (words.Length is 0 or > MostWords)
        {
            throw keywords.Refuse($"must have 1 to {MostWords:N0} lines");
        }

        if (Array.Find(words, word => word.Length > LongestWord) is { } word)
        {
            throw keywords.Refuse($"has a line of more than {LongestWord} characters, '{word[..20]}…'");
        }
    }

    /// <summary>Whether one of the words is in the text.</summary>
    public bool IsIn(string text) => TextFold.Of(text).AsSpan().ContainsAny(_words);

    private static string[] Words(string lines)
        => [.. lines.Split('\n').Select(line => TextFold.Of(line).Trim()).Where(word => word.Length > 0).Distinct()];
}
