using System.Text;

namespace Middeck.Workflows.Jinja.Running;

/// <summary>The text that a template, a macro or a block has written so far.</summary>
internal sealed class Output(Budget budget, bool isResult)
{
    private readonly StringBuilder _text = new();
    private readonly int _limit = isResult ? budget.Limits.MaxLength : budget.Limits.MaxText;

    public void Write(string text)
    {
        if (_text.Length + text.Length > _limit)
        {
            throw Failures.Limit(FormattableString.Invariant(
                $"The text is longer than {_limit} characters, the most that is allowed."));
        }

        _text.Append(text);
    }

    public string Take()
    {
        if (!isResult)
        {
            budget.Text(_text.Length);
        }

        return _text.ToString();
    }
}
