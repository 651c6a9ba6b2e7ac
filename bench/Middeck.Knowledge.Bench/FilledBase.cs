using Microsoft.Extensions.DependencyInjection;
using Middeck.Search.Embedding;
using Middeck.Storage.Sql;
using Npgsql;
using NpgsqlTypes;

namespace Middeck.Knowledge.Bench;

/// <summary>A base whose rows are written as the pipeline leaves them, without the pipeline's work.</summary>
internal static class FilledBase
{
    private const int ChunksPerDocument = 100;
    private const int ChunksPerCopy = 20_000;
    private const string EmbeddingKey = "builtin/lexical-embedding@1";

    /// <returns>The base and the ids of its chunks in the order of the texts.</returns>
    public static async Task<(Guid Base, List<Guid> Chunks)> CreateAsync(Room room, IEnumerable<string> texts)
    {
        var path = await room.CreateBaseAsync();
        var id = Guid.Parse(path[(path.LastIndexOf('/') + 1)..]);
        var source = room.Services.GetRequiredService<Database>().Source;
        var chunks = new List<Guid>();
        foreach (var batch in texts.Chunk(ChunksPerCopy))
        {
            chunks.AddRange(await AddAsync(source, room.Workspace, id, batch));
        }

        await using var command = source.CreateCommand(
            "UPDATE knowledge.base SET revision = 1 WHERE id = $1; ");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        await command.ExecuteNonQueryAsync();
        await using var analyze = source.CreateCommand("ANALYZE knowledge.chunk, knowledge.document, knowledge.embedding");
        await analyze.ExecuteNonQueryAsync();
        return (id, chunks);
    }

    private static async Task<Guid[]> AddAsync(NpgsqlDataSource source, Guid workspace, Guid baseId, string[] texts)
    {
        var ids = Array.ConvertAll(texts, static _ => Guid.CreateVersion7());
        Guid[] documents = [.. texts.Chunk(ChunksPerDocument).Select(static _ => Guid.CreateVersion7())];
        await using var connection = await source.OpenConnectionAsync();
        await using (var copy = await connection.BeginBinaryImportAsync(
            """
            COPY knowledge.document (id, workspace_id, base_id, name, extension, mime_type, size, sha256, object_key, status,
                                     generation, revision, created_at, updated_at, file_at) FROM STDIN (FORMAT binary)
            """))
        {
            var now = TimeProvider.System.GetUtcNow();
            foreach (var document in documents)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(document);
                await copy.WriteAsync(workspace);
                await copy.WriteAsync(baseId);
                await copy.WriteAsync($"{document}.txt");
                await copy.WriteAsync(".txt");
                await copy.WriteAsync("text/plain");
                await copy.WriteAsync(1L);
                await copy.WriteAsync(document.ToString("N"));
                await copy.WriteAsync(document.ToString("N"));
                await copy.WriteAsync("completed");
                await copy.WriteAsync(1);
                await copy.WriteAsync(1L);
                await copy.WriteAsync(now, NpgsqlDbType.TimestampTz);
                await copy.WriteAsync(now, NpgsqlDbType.TimestampTz);
                await copy.WriteAsync(now, NpgsqlDbType.TimestampTz);
            }

            await copy.CompleteAsync();
        }

        await using (var copy = await connection.BeginBinaryImportAsync(
            """
            COPY knowledge.chunk (id, workspace_id, base_id, document_id, position, content, start_offset, word_count)
            FROM STDIN (FORMAT binary)
            """))
        {
            for (var index = 0; index < texts.Length; index++)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(ids[index]);
                await copy.WriteAsync(workspace);
                await copy.WriteAsync(baseId);
                await copy.WriteAsync(documents[index / ChunksPerDocument]);
                await copy.WriteAsync((index % ChunksPerDocument) + 1);
                await copy.WriteAsync(texts[index]);
                await copy.WriteAsync(0);
                await copy.WriteAsync(texts[index].Length);
            }

            await copy.CompleteAsync();
        }

        await using (var copy = await connection.BeginBinaryImportAsync(
            "COPY knowledge.embedding (item_id, key, base_id, document_id, vector) FROM STDIN (FORMAT binary)"))
        {
            for (var index = 0; index < texts.Length; index++)
            {
                var vector = System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(LexicalEmbedding.Embed(texts[index])).ToArray();
                await copy.StartRowAsync();
                await copy.WriteAsync(ids[index]);
                await copy.WriteAsync(EmbeddingKey);
                await copy.WriteAsync(baseId);
                await copy.WriteAsync(documents[index / ChunksPerDocument]);
                await copy.WriteAsync(vector);
            }

            await copy.CompleteAsync();
        }

        return ids;
    }
}
