using System.Text;
using Microsoft.Extensions.AI;

namespace Middeck.Studio.Workflows.Nodes.Models;

/// <summary>
/// Makes the text of an answer as it comes. Tagged, thoughts stand in the text between <c>&lt;think&gt;</c> and <c>&lt;/think&gt;</c>,
/// also those that the provider sends beside it; separated, they are told on their own and the text has no blank ends.
/// </summary>
/// <param name="isSeparated">Whether thoughts are kept out of the text.</param>
/// <param name="write">Gets each piece of the text; all together they are <see cref="Text"/>.</param>
/// <param name="think">Gets each piece of the thoughts.</param>
internal sealed class NodeAnswerText(bool isSeparated, Action<string> write, Action<string> think)
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _thoughts = new();
    private readonly ThoughtSplitter _splitter = new();
    private string _blank = "";
    private bool _isOpen;

    public string Text => _text.ToString();

    public string Thoughts => _thoughts.ToString().Trim();

    public void Take(AIContent content)
    {
        switch (content)
        {
            case TextReasoningContent { Text.Length: > 0 } thought when isSeparated:
                Think(thought.Text);
                break;
            case TextReasoningContent { Text.Length: > 0 } thought:
                Write(_isOpen ? thought.Text : "<think>\n" + thought.Text);
                _isOpen = true;
                break;
            case TextContent { Text.Length: > 0 } text when isSeparated:
                Part(_splitter.Take(text.Text));
                break;
            case TextContent { Text.Length: > 0 } text:
                Write(_isOpen ? "\n</think>" + text.Text : text.Text);
                _isOpen = false;
                break;
            default:
                break;
        }
    }

    /// <summary>The answer is over.</summary>
    public void End()
    {
        if (isSeparated)
        {
            Part(_splitter.Finish());
        }
        else if (_isOpen)
        {
            Write("\n</think>");
            _isOpen = false;
        }
    }

    private void Part((string Said, string Thought) pieces)
    {
        if (pieces.Thought.Length > 0)
        {
            Think(pieces.Thought);
        }

        // Blanks are written when something follows them, and something stands before them.
        var said = _blank + pieces.Said;
        said = _text.Length == 0 ? said.TrimStart() : said;
        var solid = said.TrimEnd();
        _blank = said[solid.Length..];
        if (solid.Length > 0)
        {
            Write(solid);
        }
    }

    private void Write(string text)
    {
        _text.Append(text);
        write(text);
    }

    private void Think(string thought)
    {
        _thoughts.Append(thought);
        think(thought);
    }
}
