using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Middeck.Studio.Configuration;

/// <summary>
/// Checks what every run of an app reads and none writes:
/// <code>{"id": "…", "name": "KEY", "value_type": "secret", "value": "…", "description": "Of the weather service"}</code>
/// </summary>
internal static partial class EnvironmentVariableCheck
{
    /// <summary>The section's name.</summary>
    public const string Section = "environment_variables";

    /// <summary>The type of those whose value is kept encrypted and never shown again.</summary>
    public const string Secret = "secret";

    private const int MostVariables = 100;
    private const int LongestName = 100;
    private const int LongestDescription = 255;
    private const int LargestValue = 200 * 1024;

    public static void Check(FieldCheck root)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in root.Member(Section).List(MostVariables).Items())
        {
            var name = item.Present().Object().Member("name").Present().Text(LongestName);
            if (!NamePattern().IsMatch(name.Value.Text()!))
            {
                throw name.Refuse("must begin with a letter or underscore and hold only letters, digits and underscores");
            }

            if (!names.Add(name.Value.Text()!))
            {
                throw name.Refuse("is used by another variable");
            }

            item.Member("description").Text(LongestDescription);
            CheckValue(item.Member("value_type").Text(30), item.Member("value"));
        }
    }

    private static void CheckValue(FieldCheck type, FieldCheck value)
    {
        switch (type.Value.Text())
        {
            // Older files say no type; it is text then.
            case null or "string" or Secret:
                value.Text(LargestValue);
                break;

            case "number" or "integer" or "float":
                // A number that nobody has filled in is an empty text.
                if (value.Value is { } given && given.ValueKind != JsonValueKind.Number && !IsNumeric(value.Value.Text()))
                {
                    throw value.Refuse("must be a number");
                }

                break;

            default:
                throw type.Refuse("must be one of: string, number, secret");
        }

        if (value.Value is { } large && Encoding.UTF8.GetByteCount(large.GetRawText()) > LargestValue)
        {
            throw value.Refuse($"may have at most {LargestValue:N0} bytes");
        }
    }

    private static bool IsNumeric(string? text)
        => text is "" || double.TryParse(text, CultureInfo.InvariantCulture, out _);

    [GeneratedRegex(@"^[a-zA-Z_][a-zA-Z0-9_]*\z")]
    private static partial Regex NamePattern();
}
