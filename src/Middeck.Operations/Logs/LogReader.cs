using System.Runtime.CompilerServices;
using System.Text;

namespace Middeck.Operations.Logs;

/// <summary>Reads the end of a log file and, when asked, what comes after it.</summary>
public sealed class LogReader(string path, TimeProvider clock)
{
    private const int Window = 1024 * 1024;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    /// <summary>Where the file ends now; 0 when there is none.</summary>
    public long End => File.Exists(path) ? new FileInfo(path).Length : 0;

    /// <summary>The last lines, at most <paramref name="count"/> and at most the last megabyte.</summary>
    public IReadOnlyList<string> Tail(int count)
        => [.. ReadFrom(Math.Max(0, End - Window)).Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(count)];

    /// <summary>The last line after a position that is not part of a stack trace; null when there is none.</summary>
    public string? LastWords(long position)
        => ReadFrom(Math.Max(Math.Min(position, End), End - Window)).Split('\n')
            .LastOrDefault(line => line.Length > 0 && !char.IsWhiteSpace(line[0]));

    /// <summary>Copies what is appended from a position on, until cancelled. A file that shrank was rotated: it starts anew.</summary>
    public async Task FollowAsync(long position, TextWriter output, CancellationToken cancellationToken)
    {
        var decoder = Encoding.UTF8.GetDecoder();
        while (!cancellationToken.IsCancellationRequested)
        {
            position = End < position ? 0 : position;
            var bytes = Read(position);
            if (bytes.Length == 0)
            {
                await Task.Delay(Poll, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }

            position += bytes.Length;
            var text = new char[decoder.GetCharCount(bytes, flush: false)];
            decoder.GetChars(bytes, text, flush: false);
            await output.WriteAsync(text, cancellationToken);
            await output.FlushAsync(cancellationToken);
        }
    }

    /// <summary>The whole lines that are appended from a position on, as many at a time as there are.</summary>
    public async IAsyncEnumerable<IReadOnlyList<string>> FollowLinesAsync(
        long position, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var decoder = Encoding.UTF8.GetDecoder();
        var begun = "";
        while (true)
        {
            position = End < position ? 0 : position;
            var bytes = Read(position);
            if (bytes.Length == 0)
            {
                await Task.Delay(Poll, clock, cancellationToken);
                continue;
            }

            position += bytes.Length;
            var text = new char[decoder.GetCharCount(bytes, flush: false)];
            decoder.GetChars(bytes, text, flush: false);
            var lines = (begun + new string(text)).Split('\n');
            begun = lines[^1];
            if (lines.Length > 1)
            {
                yield return lines[..^1];
            }
        }
    }

    private string ReadFrom(long position) => Encoding.UTF8.GetString(Read(position));

    private byte[] Read(long position)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Position = Math.Min(position, file.Length);
        var bytes = new byte[Math.Min(Window, file.Length - file.Position)];
        return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }
}
