using System.Text.Json;
using Middeck.Studio.Configuration;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Tools;

/// <summary>
/// What an author gave a parameter: <c>{"type": "mixed", "value": "… {{#a.b#}}"}</c>, <c>{"type": "variable", "value": ["a", "b"]}</c>,
/// <c>{"type": "constant", "value": 3}</c>, or the bare value of older files.
/// </summary>
internal sealed class ToolInput
{
    private readonly Selector? _variable;
    private readonly TextTemplate? _text;
    private readonly Segment _constant;

    private ToolInput(Selector? variable, TextTemplate? text, Segment constant)
        => (_variable, _text, _constant) = (variable, text, constant);

    public static ToolInput Read(JsonElement given)
    {
        var type = given.Member("type").Text();
        var isWrapped = type is "mixed" or "variable" or "constant" && given.TryGetProperty("value", out _);
        var value = isWrapped ? given.Member("value") : given;
        return type == "variable" && isWrapped && value is { } selector && Selector.Read(selector) is { } variable
            ? new ToolInput(variable, null, Segment.None)
            : value.Text() is { } text
                ? new ToolInput(null, TextTemplate.Parse(text), Segment.None)
                : new ToolInput(null, null, value is { } constant ? SegmentJson.Read(constant) : Segment.None);
    }

    /// <summary>The value; null when its variable is not there. A text that is one reference has the variable's own type.</summary>
    public Segment? Evaluate(VariablePool pool)
        => _variable is not null ? pool.Find(_variable)
            : _text is { Parts: [{ Selector: { } only }] } && pool.Find(only) is { } whole ? whole
            : _text is not null ? Segment.Of(_text.Render(pool))
            : _constant;
}
