using System.Text.Json;
using Middeck.Core;

namespace Middeck.Knowledge.Transfer;

/// <summary>Writes one JSON value a line.</summary>
internal static class JsonLines
{
    private static readonly ReadOnlyMemory<byte> LineEnd = "\n"u8.ToArray();

    public static async Task WriteAsync<T>(Stream stream, T value, CancellationToken cancellationToken)
    {
        await JsonSerializer.SerializeAsync(stream, value, Json.Snake, cancellationToken);
        await stream.WriteAsync(LineEnd, cancellationToken);
    }
}
