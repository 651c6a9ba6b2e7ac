using System.Globalization;
using System.Text.RegularExpressions;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>What a cell of a workbook shows, in invariant writing: dates as 2026-03-31, numbers with a point.</summary>
internal static partial class CellText
{
    // Excel keeps fifteen digits; more would show 0.30000000000000004.
    private const string General = "G15";

    /// <param name="value">A number, date, span of time, truth or text.</param>
    /// <param name="format">Excel's number format, such as <c>0.00%</c> or <c>#,##0.00;[Red]-#,##0.00</c>.</param>
    public static string Of(object value, string? format) => value switch
    {
        string text => text,
        double number => Number(number, format),
        int whole => Number(whole, format),
        DateTime date => Date(date, format),
        TimeSpan span => span.ToString(span.Days == 0 ? @"hh\:mm\:ss" : @"d\.hh\:mm\:ss", CultureInfo.InvariantCulture),
        bool truth => truth ? "TRUE" : "FALSE",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    // A time alone is a date at Excel's beginning.
    private static string Date(DateTime date, string? format)
        => date.Year <= 1900 && format?.Contains('y', StringComparison.OrdinalIgnoreCase) != true
            ? date.ToString("HH:mm:ss", CultureInfo.InvariantCulture)
            : date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Number(double number, string? format)
    {
        var pattern = Decorations().Replace((format ?? "").Split(';')[0], "");
        var digits = Digits().Match(pattern);
        if (!digits.Success || pattern.Contains('E', StringComparison.OrdinalIgnoreCase) || pattern.Contains('?'))
        {
            return number.ToString(General, CultureInfo.InvariantCulture);
        }

        var decimals = Math.Min(digits.Groups["decimals"].Length, 15);
        var percent = pattern.Contains('%');
        var grouped = digits.Groups["whole"].Value.Contains(',');
        return (percent ? number * 100 : number).ToString((grouped ? "N" : "F") + decimals, CultureInfo.InvariantCulture)
            + (percent ? "%" : "");
    }

    // "text", \x, _x (as wide as x), *x (filled with x), [Red], [$¥-804]
    [GeneratedRegex("""
        "[^"]*"|\\.|_.|\*.|\[[^\]]*\]
        """)]
    private static partial Regex Decorations();

    [GeneratedRegex(@"(?<whole>[0#,]*0[0#,]*|#[#,]*)(\.(?<decimals>[0#]*))?")]
    private static partial Regex Digits();
}
