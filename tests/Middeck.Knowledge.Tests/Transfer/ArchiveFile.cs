using System.IO.Compression;

namespace Middeck.Knowledge.Tests.Transfer;

/// <summary>Archives as they are exported, and some that nobody would export.</summary>
internal static class ArchiveFile
{
    public const string Base = """{"format":"middeck.knowledge","version":1,"name":"Imported","indexing":"high_quality"}""";
    public const string Document = """{"id":"01900000-0000-7000-8000-000000000001","name":"a.txt"}""";
    public const string Chunk = """{"document_id":"01900000-0000-7000-8000-000000000001","content":"The exits."}""";

    public static byte[] Of(string described = Base, string documents = Document, string chunks = Chunk)
        => Zip(("base.json", described), ("documents.jsonl", documents), ("chunks.jsonl", chunks));

    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.SmallestSize).Open());
                writer.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
