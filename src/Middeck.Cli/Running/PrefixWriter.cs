using System.Text;

namespace Middeck.Cli.Running;

/// <summary>Puts a name before each line, so that the logs of several services can be told apart; a line is written whole.</summary>
internal sealed class PrefixWriter(TextWriter output, string prefix) : TextWriter
{
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => output.Encoding;

    public override void Write(char value)
    {
        if (value != '\n')
        {
            _line.Append(value);
            return;
        }

        lock (output)
        {
            output.Write(prefix);
            output.Write(_line.Append('\n').ToString());
        }

        _line.Clear();
    }

    public override Task FlushAsync() => output.FlushAsync();

    public override Task FlushAsync(CancellationToken cancellationToken) => output.FlushAsync(cancellationToken);
}
