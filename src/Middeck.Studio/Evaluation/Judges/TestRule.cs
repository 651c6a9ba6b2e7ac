using System.Globalization;
using System.Text.RegularExpressions;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Evaluation.Judges;

/// <summary>What an answer is held to.</summary>
public sealed record TestRule
{
    private const int LongestValue = 20_000;
    private const int LongestPattern = 500;
    private const int LongestPath = 200;
    private const int LargestLength = 1_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>Which rule.</summary>
    public required RuleKind Kind { get; init; }

    /// <summary>What it compares with; a number for <c>max_length</c>.</summary>
    public string Value { get; init; } = "";

    /// <summary>Where in the JSON, such as <c>items.0.name</c>; only for <c>json_field</c>.</summary>
    public string? Path { get; init; }

    /// <summary>What is wrong with it, such as <c>value must be a number</c>; null when nothing is.</summary>
    internal string? Wrong()
    {
        if (!StorableJson.IsStorable(Value) || (Path is not null && !StorableJson.IsStorable(Path)))
        {
            return "value holds a character that cannot be kept, such as NUL";
        }

        return Kind switch
        {
            RuleKind.JsonField when string.IsNullOrWhiteSpace(Path) => "path is needed",
            RuleKind.JsonField => Path.Length > LongestPath ? $"path may have at most {LongestPath} characters" : TooLong(LongestValue),
            _ when string.IsNullOrWhiteSpace(Value) => "value is needed",
            RuleKind.MaxLength => Length() is null ? $"value must be a whole number from 1 to {LargestLength:N0}" : null,
            RuleKind.Matches => TooLong(LongestPattern) ?? WrongPattern(),
            _ => TooLong(LongestValue),
        };
    }

    /// <summary>The most characters; null when the value is no such number.</summary>
    internal int? Length()
        => int.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most is >= 1 and <= LargestLength
            ? most
            : null;

    /// <summary>
    /// The expression. Without backtracking wherever its parts allow it, so that no answer can make it slow; else it is given a
    /// quarter of a second.
    /// </summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    internal Regex Pattern()
    {
        const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.Multiline;
        try
        {
            return new Regex(Value, Options | RegexOptions.NonBacktracking, Patience);
        }
        catch (NotSupportedException)
        {
            // Look-around and references to groups need it.
            return new Regex(Value, Options, Patience);
        }
    }

    private string? TooLong(int most) => Value.Length > most ? $"value may have at most {most:N0} characters" : null;

    private string? WrongPattern()
    {
        try
        {
            Pattern();
            return null;
        }
        catch (ArgumentException)
        {
            return "value is no regular expression";
        }
    }
}
