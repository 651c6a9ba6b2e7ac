using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Middeck.Studio.Configuration;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Middeck.Studio.Transfer;

/// <summary>
/// Reads single values by the core schema of YAML 1.2 (<see href="https://yaml.org/spec/1.2.2/#103-core-schema"/>): quoted is
/// text; plain is null, true, a number or else text.
/// </summary>
internal static partial class YamlScalar
{
    private const string CoreTag = "tag:yaml.org,2002:";
    private const int LongestNumber = 400;

    /// <exception cref="Core.Errors.FaultException"><c>apps.import_invalid_yaml</c>.</exception>
    public static JsonNode? Read(Scalar scalar)
    {
        var line = scalar.Start.Line;
        if (!StorableJson.IsStorable(scalar.Value))
        {
            throw YamlFaults.Invalid(line, "The text holds a character that cannot be kept, such as NUL.");
        }

        RefuseTag(scalar.Tag, line, "str", "null", "bool", "int", "float");
        return scalar.Style == ScalarStyle.Plain && (scalar.Tag.IsEmpty || scalar.Tag.Value != CoreTag + "str")
            ? ReadPlain(scalar.Value, line)
            : JsonValue.Create(scalar.Value);
    }

    /// <summary>Refuses tags that ask for anything else than the kinds that are named.</summary>
    public static void RefuseTag(TagName tag, long line, params ReadOnlySpan<string> kinds)
    {
        if (tag.IsEmpty || tag.IsNonSpecific)
        {
            return;
        }

        foreach (var kind in kinds)
        {
            if (tag.Value == CoreTag + kind)
            {
                return;
            }
        }

        throw YamlFaults.Invalid(line, $"The tag '{tag.Value}' is not supported.");
    }

    private static JsonNode? ReadPlain(string text, long line) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        _ when SpecialNumber().IsMatch(text) => throw YamlFaults.Invalid(line, $"The number {text} cannot be kept."),
        _ when Based().Match(text) is { Success: true } match => ReadBased(match, text, line),
        _ when Decimal().Match(text) is { Success: true } match => ReadDecimal(match, text, line),
        _ => JsonValue.Create(text),
    };

    private static JsonValue ReadBased(Match match, string text, long line)
    {
        var isHex = match.Groups["hex"].Success;
        var digits = (isHex ? match.Groups["hex"] : match.Groups["octal"]).Value;
        return digits.Length <= 15
            ? JsonValue.Create(Convert.ToInt64(digits, isHex ? 16 : 8))
            : throw YamlFaults.Invalid(line, $"The number {text} cannot be kept.");
    }

    // JSON knows no plus, no leading zeros and no point without digits on both sides of it.
    private static JsonNode? ReadDecimal(Match match, string text, long line)
    {
        var whole = match.Groups["whole"].Value.TrimStart('0');
        var fraction = match.Groups["fraction"];
        var exponent = match.Groups["exponent"].Value;
        if (text.Length > LongestNumber || (exponent.Length > 0
            && (!int.TryParse(exponent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power)
                || Math.Abs(power) > LongestNumber)))
        {
            throw YamlFaults.Invalid(line, $"The number {text[..Math.Min(text.Length, 40)]} cannot be kept.");
        }

        return JsonNode.Parse(string.Concat(
            match.Groups["minus"].Value,
            whole.Length == 0 ? "0" : whole,
            fraction.Success ? $".{(fraction.Length == 0 ? "0" : fraction.Value)}" : "",
            exponent.Length == 0 ? "" : $"e{exponent}"));
    }

    [GeneratedRegex(@"^[-+]?\.(inf|Inf|INF)$|^\.(nan|NaN|NAN)$")]
    private static partial Regex SpecialNumber();

    [GeneratedRegex("^0x(?<hex>[0-9a-fA-F]+)$|^0o(?<octal>[0-7]+)$")]
    private static partial Regex Based();

    [GeneratedRegex(@"^(\+|(?<minus>-))?((?<whole>[0-9]+)(\.(?<fraction>[0-9]*))?|\.(?<fraction>[0-9]+))([eE](?<exponent>[-+]?[0-9]+))?$")]
    private static partial Regex Decimal();
}
