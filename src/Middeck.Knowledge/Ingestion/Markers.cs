using System.Security.Cryptography;
using System.Text.Json;
using Middeck.Core;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;

namespace Middeck.Knowledge.Ingestion;

/// <summary>Short names for what a result was made from. A result is used again only under the same name.</summary>
internal static class Markers
{
    // Goes up when reading, cleaning or cutting changes what comes out.
    private const int Version = 1;

    public static string OfText(DocumentRow row, ReadingSettings reading, ChunkingSettings chunking)
        => Hash(new { Version, row.ObjectKey, row.Extension, reading, chunking.RemoveExtraSpaces, chunking.RemoveUrlsEmails });

    public static string OfChunks(string text, ChunkingSettings chunking, EnrichmentSettings enrichment)
        => Hash(new { text, chunking, enrichment });

    private static string Hash(object source)
        => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(source, Json.Snake)).AsSpan(0, 16));
}
