using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Reads JSON and lines of JSON token by token, as lines of <c>path: value</c>; each element of an array is a paragraph.</summary>
internal sealed class JsonDocumentReader : IDocumentReader
{
    private const int MaxDepth = 256;

    // One string of the file at most; nothing else must be whole in memory.
    private const int LongestToken = 32 * 1024 * 1024;
    private const int BufferSize = 65536;

    public IReadOnlyList<FileFormat> Formats { get; } =
    [
        new("json", "application/json", FileSignature.Text),
        new("jsonl", "application/jsonl", FileSignature.Text),
        new("ndjson", "application/x-ndjson", FileSignature.Text),
    ];

    public async IAsyncEnumerable<ExtractedPage> ReadAsync(
        DocumentSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var content = await source.SeekableAsync(cancellationToken);
        using var text = await TextDecoder.OpenAsync(content, declared: null, cancellationToken);
        await using var utf8 = Encoding.CreateTranscodingStream(
            content, text.CurrentEncoding, Encoding.UTF8, leaveOpen: true);
        var pipe = PipeReader.Create(utf8, new StreamPipeReaderOptions(bufferSize: BufferSize, leaveOpen: true));
        var lines = new JsonLines();
        var state = new JsonReaderState(new JsonReaderOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            AllowMultipleValues = source.Extension != "json",
            MaxDepth = MaxDepth,
        });
        bool completed;
        do
        {
            var read = await pipe.ReadAsync(cancellationToken);
            completed = read.IsCompleted;
            var used = Take(read.Buffer, completed, ref state, lines);
            if (read.Buffer.Length - used > LongestToken)
            {
                throw KnowledgeFaults.Unreadable(
                    "knowledge.json_too_large", $"The JSON holds a text of more than {LongestToken:N0} bytes after {lines.Where}.");
            }

            pipe.AdvanceTo(read.Buffer.GetPosition(used), read.Buffer.End);
            await source.ReportBytesAsync(content);
            foreach (var page in lines.Full())
            {
                yield return page;
            }
        }
        while (!completed);

        foreach (var page in lines.Rest())
        {
            yield return page;
        }
    }

    private static long Take(ReadOnlySequence<byte> bytes, bool isLast, ref JsonReaderState state, JsonLines lines)
    {
        var reader = new Utf8JsonReader(bytes, isLast, state);
        try
        {
            while (reader.Read())
            {
                lines.Take(ref reader);
            }
        }
        catch (JsonException ex)
        {
            throw Damaged(ex, lines);
        }

        state = reader.CurrentState;
        return reader.BytesConsumed;
    }

    private static FaultException Damaged(JsonException ex, JsonLines lines)
        => KnowledgeFaults.Unreadable(
            "knowledge.json_damaged",
            lines.Depth >= MaxDepth
                ? $"The JSON is nested deeper than {MaxDepth} levels at {lines.Where}."
                : $"The JSON cannot be read in line {(ex.LineNumber ?? 0) + 1:N0}, after {lines.Where}.",
            ex);
}
