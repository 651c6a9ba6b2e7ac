using System.Globalization;
using System.Text.Json;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Tools.Builtin.Charts;

/// <summary>What a chart shows.</summary>
/// <param name="Title">Empty for none.</param>
/// <param name="Labels">One for each place on the axis, or each part.</param>
/// <param name="Series">At most six.</param>
internal sealed record ChartData(string Title, IReadOnlyList<string> Labels, IReadOnlyList<ChartSeries> Series)
{
    private const int MostValues = 500;
    private const int MostSeries = 6;
    private const int LongestText = 200;

    /// <summary>
    /// Reads numbers and labels in the forms in which models write them: lists, or text with <c>;</c> or <c>,</c> between.
    /// </summary>
    /// <param name="arguments">With <c>data</c> and <c>title</c>.</param>
    /// <param name="labels">The name of the labels' argument.</param>
    /// <exception cref="Core.Errors.FaultException"><c>tools.invalid_argument</c>.</exception>
    public static ChartData Read(ToolArguments arguments, string labels)
    {
        var data = arguments.Json("data") ?? throw ToolFaults.Argument("data is needed: numbers such as 3;5;8.");
        List<ChartSeries> series = data.ValueKind == JsonValueKind.Object
            ? [.. data.EnumerateObject().Select(one => new ChartSeries(Cut(one.Name), Numbers(one.Value)))]
            : [new ChartSeries("", Numbers(data))];
        if (series.Count is 0 or > MostSeries)
        {
            throw ToolFaults.Argument($"data may have from 1 to {MostSeries} rows of numbers.");
        }

        var count = series.Max(one => one.Values.Count);
        var names = arguments.Json(labels) is { } given ? Texts(given) : [];
        if (names.Count == 0)
        {
            names = [.. Enumerable.Range(1, count).Select(place => place.ToString(CultureInfo.InvariantCulture))];
        }

        return names.Count == count && series.TrueForAll(one => one.Values.Count == count)
            ? new ChartData(Cut(arguments.OptionalText("title") ?? ""), names, series)
            : throw ToolFaults.Argument($"There are {names.Count} {labels} for {count} numbers; each number needs one.");
    }

    private static List<double> Numbers(JsonElement data)
    {
        List<double> numbers = [.. Pieces(data).Select(Number)];
        return numbers.Count is > 0 and <= MostValues
            ? numbers
            : throw ToolFaults.Argument($"data must have from 1 to {MostValues} numbers.");
    }

    private static double Number(string text)
        => double.TryParse(text.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw ToolFaults.Argument($"'{Cut(text)}' in data is not a number.");

    private static List<string> Texts(JsonElement labels) => [.. Pieces(labels).Select(Cut)];

    private static IEnumerable<string> Pieces(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Select(item => ((JsonElement?)item).Text() ?? item.GetRawText()),
        JsonValueKind.String => Split(value.GetString()!),
        _ => [value.GetRawText()],
    };

    // A comma separates only where no semicolon does: it may stand inside of a label.
    private static string[] Split(string text)
    {
        var marks = text.AsSpan().ContainsAny(';', '；') ? (char[])[';', '；'] : [',', '，', '、'];
        return text.Split(marks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Cut(string text) => text.Length <= LongestText ? text.Trim() : text[..LongestText].Trim();
}
