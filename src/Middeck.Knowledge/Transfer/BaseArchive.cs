using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Transfer;

/// <summary>An archive that somebody sent, read without trusting it. Entries are looked up by name; none is unpacked to a path.</summary>
internal sealed class BaseArchive : IDisposable
{
    private const int MaxEntries = 300_000;
    private const int MaxLineLength = 4 * 1024 * 1024;

    // JSON lines pack twenty to one at most; a bomb packs a thousand to one.
    private const int MaxRatio = 200;
    private const long RatioMattersFrom = 10 * 1024 * 1024;

    private readonly ZipArchive _archive;
    private readonly long _maxBytes;

    private BaseArchive(ZipArchive archive, long maxBytes) => (_archive, _maxBytes) = (archive, maxBytes);

    /// <exception cref="FaultException">It is damaged, or a bomb.</exception>
    public static async Task<BaseArchive> OpenAsync(Stream file, long maxBytes, CancellationToken cancellationToken)
    {
        try
        {
            var archive = await ZipArchive.CreateAsync(
                file, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
            return archive.Entries.Count <= MaxEntries
                && archive.Entries.Sum(entry => entry.Length) <= maxBytes
                && !archive.Entries.Any(IsBomb)
                    ? new BaseArchive(archive, maxBytes)
                    : throw Invalid("it unpacks to far more than it weighs or may, as hostile archives do, and was not opened");
        }
        catch (InvalidDataException ex)
        {
            throw Damaged(ex);
        }
    }

    public void Dispose() => _archive.Dispose();

    /// <summary>What the archive says about the base.</summary>
    public async Task<ArchivedBase> ReadBaseAsync(CancellationToken cancellationToken)
    {
        await foreach (var line in TextsAsync(ArchiveFormat.BaseEntry, '\0', cancellationToken))
        {
            return Parse<ArchivedBase>(line, ArchiveFormat.BaseEntry);
        }

        throw Invalid($"{ArchiveFormat.BaseEntry} is empty");
    }

    /// <summary>The lines of an entry, each mapped; what is wrong is told with its line.</summary>
    public async IAsyncEnumerable<TResult> ReadLinesAsync<TLine, TResult>(
        string name, Func<TLine, TResult> map, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TLine : class
    {
        var number = 0;
        await foreach (var line in TextsAsync(name, '\n', cancellationToken))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Mapped(line, $"{name}, line {number}", map);
            }
        }
    }

    /// <summary>An original; null when the archive does not hold it.</summary>
    public ZipArchiveEntry? File(string? name) => name is null ? null : _archive.GetEntry(name);

    /// <summary>The refusal of an archive.</summary>
    public static FaultException Invalid(string what, Exception? inner = null)
        => new(Fault.Invalid("knowledge.import_invalid", $"The archive cannot be imported: {what}.", "file"), inner);

    private static FaultException Damaged(Exception inner) => Invalid("it is damaged and cannot be read", inner);

    private static bool IsBomb(ZipArchiveEntry entry)
        => entry.Length > RatioMattersFrom && entry.Length / Math.Max(1, entry.CompressedLength) > MaxRatio;

    private static TResult Mapped<TLine, TResult>(string line, string place, Func<TLine, TResult> map) where TLine : class
    {
        var value = Parse<TLine>(line, place);
        try
        {
            return map(value);
        }
        catch (FaultException ex)
        {
            throw Invalid($"{place}: {ex.Fault.Detail.TrimEnd('.')}", ex);
        }
    }

    private static T Parse<T>(string text, string place) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Json.Snake) ?? throw Invalid($"{place} is null");
        }
        catch (JsonException ex)
        {
            throw Invalid($"{place} is no such JSON ({ex.Path ?? "$"})", ex);
        }
    }

    private async IAsyncEnumerable<string> TextsAsync(
        string name, char separator, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var entry = _archive.GetEntry(name) ?? throw Invalid($"it has no {name}");
        using var reader = new StreamReader(
            await entry.OpenAsync(cancellationToken), new UTF8Encoding(false, throwOnInvalidBytes: true));
        var line = new StringBuilder();
        var buffer = new char[16 * 1024];
        var total = 0L;
        int read;
        while ((read = await ReadAsync(reader, buffer, name, cancellationToken)) > 0)
        {
            // What an entry says about its length may be a lie.
            if ((total += read) > _maxBytes)
            {
                throw Invalid($"{name} is longer than an archive may unpack to");
            }

            var start = 0;
            for (int end; (end = Array.IndexOf(buffer, separator, start, read - start)) >= 0; start = end + 1)
            {
                yield return line.Append(buffer, start, end - start).ToString();
                line.Clear();
            }

            line.Append(buffer, start, read - start);
            if (line.Length > MaxLineLength)
            {
                throw Invalid($"{name} has a line of more than {MaxLineLength:N0} characters");
            }
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    private static async Task<int> ReadAsync(
        StreamReader reader, char[] buffer, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(buffer, cancellationToken);
        }
        catch (InvalidDataException ex)
        {
            throw Damaged(ex);
        }
        catch (DecoderFallbackException ex)
        {
            throw Invalid($"{name} is not UTF-8", ex);
        }
    }
}
