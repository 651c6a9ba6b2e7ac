using System.Text;

namespace Middeck.Operations.Entry.Generated;

/// <summary>Text in nginx's form: blocks in braces, four spaces a level.</summary>
internal sealed class NginxText
{
    private const int Indent = 4;

    private readonly StringBuilder _text = new();
    private int _level;

    public void Line(string line = "")
        => _text.Append(' ', line.Length > 0 ? _level * Indent : 0).Append(line).Append('\n');

    public void Comment(string words) => Line($"# {words}");

    public void Open(string head)
    {
        Line($"{head} {{");
        _level++;
    }

    public void Close()
    {
        _level--;
        Line("}");
    }

    public override string ToString() => _text.ToString();
}
