namespace Middeck.Workflows.Jinja.Values;

/// <summary>A text that is safe in HTML. What is joined to it is escaped.</summary>
internal sealed class Markup(string text)
{
    public string Text { get; } = text;

    public override string ToString() => Text;
}
