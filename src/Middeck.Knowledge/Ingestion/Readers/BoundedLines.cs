using System.Runtime.CompilerServices;
using System.Text;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>The lines of a text; one that is longer than a page comes as several.</summary>
internal static class BoundedLines
{
    public static async IAsyncEnumerable<string> ReadAsync(
        TextReader text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new char[16384];
        var line = new StringBuilder();
        int read;
        while ((read = await text.ReadBlockAsync(buffer, cancellationToken)) > 0)
        {
            for (var start = 0; start < read;)
            {
                var end = buffer.AsSpan(start, read - start).IndexOf('\n');
                line.Append(buffer, start, end < 0 ? read - start : end);
                start = end < 0 ? read : start + end + 1;
                if (end >= 0 || line.Length > ExtractedPage.MaxLength - buffer.Length)
                {
                    yield return line.ToString().TrimEnd('\r');
                    line.Clear();
                }
            }
        }

        if (line.Length > 0)
        {
            yield return line.ToString().TrimEnd('\r');
        }
    }
}
