using System.Text.Json;

namespace Middeck.Studio.Tools.Builtin.Charts;

/// <summary>Draws numbers as pictures that stand with the answer.</summary>
internal sealed class ChartTools : IBuiltinTools
{
    private const string Provider = "chart";

    private const string Labels =
        """
        {"type": "array", "items": {"type": "string"}, "description": "One label for each number"}
        """;

    private const string Title =
        """
        "title": {"type": "string"}
        """;

    public IReadOnlyList<BuiltinTool> All =>
    [
        Tool(
            "bar_chart", "柱状图", "Bar chart", "用柱状图比较数值。", "Draws a bar chart, to compare numbers.",
            "x_axis", Several, SvgChart.Bars),
        Tool(
            "line_chart", "折线图", "Line chart", "用折线图展示变化趋势。", "Draws a line chart, to show how numbers change.",
            "x_axis", Several, SvgChart.Lines),
        Tool(
            "pie_chart", "饼图", "Pie chart", "用饼图展示占比。", "Draws a pie chart, to show the parts of a whole.",
            "categories", Single, SvgChart.Pie),
    ];

    private const string Single =
        """
        {"type": "array", "items": {"type": "number"}, "description": "The numbers"}
        """;

    private const string Several =
        """
        {"description": "The numbers as a list; or an object of named lists, to compare several rows",
         "anyOf": [{"type": "array", "items": {"type": "number"}},
                   {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "number"}}}]}
        """;

    private static BuiltinTool Tool(
        string name, string zh, string en, string purposeZh, string purposeEn, string labels, string data,
        Func<ChartData, byte[]> draw)
        => new(
            Provider,
            new ToolInfo(name, new ToolWords(zh, en), new ToolWords(purposeZh, purposeEn), Schema(labels, data), "📊"),
            arguments => Draw(ChartData.Read(arguments, labels), name, draw));

    private static JsonElement Schema(string labels, string data)
        => ToolSchema.Of(
            $$"""
            "data": {{data}}, "{{labels}}": {{Labels}}, {{Title}}
            """,
            "data", labels);

    private static ToolResult Draw(ChartData data, string name, Func<ChartData, byte[]> draw)
        => new("The chart is drawn and shown to the person. Do not repeat it as text; say in a sentence what it shows.")
        {
            Files = [new ToolFile($"{(data.Title.Length > 0 ? data.Title.Replace('/', '-') : name)}.svg", draw(data))],
        };
}
