using System.Text;
using Middeck.Studio.Workflows.Nodes.Models;
using Middeck.Workflows;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Llm;

/// <summary>Fills in the messages of one prompt, in one pass: what a variable holds is never read as a reference again.</summary>
internal sealed class LlmFiller(
    VariablePool variables, LlmSettings settings, string conversation, ITemplateRenderer templates)
{
    private const string Context = "{{#context#}}";
    private const string Histories = "{{#histories#}}";

    private readonly OrderedDictionary<string, Segment> _inputs = new(StringComparer.Ordinal);
    private readonly HiddenSecrets _secrets = new(variables);
    private string? _context;

    public IReadOnlyDictionary<string, Segment> Inputs => _inputs;

    /// <summary>Whether a message has said where the conversation goes.</summary>
    public bool HasWrittenHistory { get; private set; }

    /// <summary>Writes down a value that goes into the prompt.</summary>
    public void Note(string name, Segment value) => _inputs[name] = _secrets.Hide(value);

    /// <summary>The text of a message, and the values with files that it refers to.</summary>
    /// <exception cref="NodeException">A template is wrong.</exception>
    public async Task<(string Text, IReadOnlyList<Segment> Files)> FillAsync(LlmMessage message, CancellationToken cancellationToken)
    {
        if (message.IsJinja)
        {
            return (await RenderAsync(message.Text, cancellationToken), []);
        }

        var (text, files) = (new StringBuilder(), new List<Segment>());
        foreach (var part in TextTemplate.Parse(message.Text).Parts)
        {
            if (part.Selector is null)
            {
                text.Append(WithMarks(part.Text));
            }
            else if (variables.Find(part.Selector) is not { } value)
            {
                text.Append(part.Text);
            }
            else
            {
                Note($"#{string.Join('.', part.Selector.Parts)}#", value);
                text.Append(PromptText.Of(value));
                if (value.File is not null || value.Type == SegmentType.ArrayFile)
                {
                    files.Add(value);
                }
            }
        }

        return (text.ToString(), files);
    }

    // Both marks at once: a context that holds the other one must not be filled in again.
    private string WithMarks(string text)
    {
        var pieces = new StringBuilder();
        while (true)
        {
            var context = settings.Context is null ? -1 : text.IndexOf(Context, StringComparison.Ordinal);
            var histories = text.IndexOf(Histories, StringComparison.Ordinal);
            if (context < 0 && histories < 0)
            {
                return pieces.Append(text).ToString();
            }

            var isContext = context >= 0 && (histories < 0 || context < histories);
            var (at, mark) = isContext ? (context, Context) : (histories, Histories);
            pieces.Append(text, 0, at).Append(isContext ? ContextValue() : conversation);
            HasWrittenHistory |= !isContext;
            text = text[(at + mark.Length)..];
        }
    }

    private string ContextValue()
    {
        if (_context is null)
        {
            _context = ContextText.Of(variables.Find(settings.Context!));
            Note("#context#", Segment.Of(_context));
        }

        return _context;
    }

    private async Task<string> RenderAsync(string template, CancellationToken cancellationToken)
    {
        var values = new OrderedDictionary<string, Segment>(StringComparer.Ordinal);
        foreach (var (name, selector) in settings.JinjaVariables)
        {
            values[name] = variables.Find(selector) ?? Segment.Empty;
            Note(name, values[name]);
        }

        return await templates.RenderAsync(template, values, cancellationToken);
    }
}
