namespace Middeck.Workflows.Jinja.Running;

/// <summary>A template is wrong or went wrong. The renderer adds the line and hands it on as a <see cref="NodeException"/>.</summary>
/// <param name="kind">The name of the exception that Jinja2 or Python raises, such as <c>UndefinedError</c>.</param>
/// <param name="message">What Jinja2 or Python says.</param>
/// <param name="line">Where in the template; 0 is the line that is being rendered.</param>
internal sealed class JinjaException(string kind, string message, int line = 0) : Exception(message)
{
    public string Kind { get; } = kind;

    public int Line { get; } = line;
}
