using System.Globalization;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Ingestion;

/// <summary>A file that is to be read, and how. Does not own the stream; owns the copy that it makes.</summary>
/// <param name="content">At the file's beginning; seekable or not.</param>
/// <param name="extension">Lower case, without the dot.</param>
/// <param name="settings">The base's settings.</param>
/// <param name="progress">Told how far reading is, often; null when nobody asks.</param>
internal sealed class DocumentSource(
    Stream content, string extension, ReadingSettings settings, Func<ReadingProgress, Task>? progress = null) : IAsyncDisposable
{
    private readonly List<string> _warnings = [];
    private FileStream? _copy;

    public string Extension => extension;

    public ReadingSettings Settings => settings;

    /// <summary>The content from where it stands, for readers that go through it once.</summary>
    public Stream Content => (Stream?)_copy ?? content;

    /// <summary>Sentences about parts that could not be read while the rest could, such as a page too blurred to recognise.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>The content as a file with a path, at its beginning, for readers that jump about and for programs.</summary>
    public async Task<FileStream> FileAsync(CancellationToken cancellationToken)
    {
        _copy ??= await TemporaryCopy.OfAsync(content, cancellationToken);
        _copy.Position = 0;
        return _copy;
    }

    /// <summary>The content at its beginning, able to go back there: itself when it can, else a copy.</summary>
    public async Task<Stream> SeekableAsync(CancellationToken cancellationToken)
    {
        if (_copy is not null || !content.CanSeek)
        {
            return await FileAsync(cancellationToken);
        }

        content.Position = 0;
        return content;
    }

    public Task ReportAsync(string fact, double share)
        => progress?.Invoke(new ReadingProgress(fact, Math.Clamp(share, 0, 1))) ?? Task.CompletedTask;

    /// <summary>Tells how far a reader is that goes through a file from front to back.</summary>
    public Task ReportBytesAsync(Stream file)
    {
        const double Megabyte = 1024 * 1024;
        return file.Length == 0
            ? Task.CompletedTask
            : ReportAsync(
                string.Create(CultureInfo.InvariantCulture, $"{file.Position / Megabyte:F1} of {file.Length / Megabyte:F1} MB"),
                (double)file.Position / file.Length);
    }

    public void Warn(string sentence) => _warnings.Add(sentence);

    public ValueTask DisposeAsync() => _copy?.DisposeAsync() ?? ValueTask.CompletedTask;
}
