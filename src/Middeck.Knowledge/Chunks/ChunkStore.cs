using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Chunks;

/// <summary>The rows of chunks, as people read them.</summary>
internal sealed class ChunkStore(Database database)
{
    /// <summary>Chunks behind a position, in the order of the text.</summary>
    public Task<List<Chunk>> AfterAsync(
        Guid workspaceId,
        Guid documentId,
        ChunkFilter filter,
        int position,
        int count,
        CancellationToken cancellationToken)
        => AfterAsync(database, workspaceId, documentId, filter, position, count, cancellationToken);

    /// <summary>Chunks behind a position as they stand inside a transaction.</summary>
    public static Task<List<Chunk>> AfterAsync(
        ISql sql,
        Guid workspaceId,
        Guid documentId,
        ChunkFilter filter,
        int position,
        int count,
        CancellationToken cancellationToken)
        => sql.QueryAsync(
            $"""
            SELECT {Columns} FROM knowledge.chunk {Joins}
            WHERE chunk.document_id = {documentId} AND chunk.workspace_id = {workspaceId} AND {IsShown}
              AND chunk.position > {position} AND {Fits(filter)}
            ORDER BY chunk.position LIMIT {count}
            """,
            From,
            cancellationToken);

    public Task<long> CountAsync(
        Guid workspaceId, Guid documentId, ChunkFilter filter, CancellationToken cancellationToken)
        => database.ScalarAsync<long>(
            $"""
            SELECT count(*) FROM knowledge.chunk {Joins}
            WHERE chunk.document_id = {documentId} AND chunk.workspace_id = {workspaceId} AND {IsShown} AND {Fits(filter)}
            """,
            cancellationToken);

    public Task<Chunk?> FindAsync(Guid workspaceId, Guid documentId, Guid id, CancellationToken cancellationToken)
        => FindAsync(database, workspaceId, documentId, id, cancellationToken);

    /// <summary>Chunks by their ids, in the order of the text.</summary>
    public Task<List<Chunk>> FindAllAsync(
        Guid workspaceId, Guid documentId, Guid[] ids, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {Columns} FROM knowledge.chunk {Joins}
            WHERE chunk.id = ANY({ids}) AND chunk.document_id = {documentId} AND chunk.workspace_id = {workspaceId}
              AND {IsShown}
            ORDER BY chunk.position
            """,
            From,
            cancellationToken);

    /// <summary>A numbered page of chunks, in the order of the text.</summary>
    public Task<List<Chunk>> PageAsync(
        Guid workspaceId, Guid documentId, ChunkFilter filter, int offset, int count, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {Columns} FROM knowledge.chunk {Joins}
            WHERE chunk.document_id = {documentId} AND chunk.workspace_id = {workspaceId} AND {IsShown} AND {Fits(filter)}
            ORDER BY chunk.position OFFSET {offset} LIMIT {count}
            """,
            From,
            cancellationToken);

    /// <summary>Chunks of whatever documents that are there.</summary>
    public async Task<IReadOnlyDictionary<Guid, Chunk>> FindAllAsync(
        Guid workspaceId, Guid[] ids, CancellationToken cancellationToken)
    {
        var found = await database.QueryAsync(
            $"""
            SELECT {Columns} FROM knowledge.chunk {Joins}
            WHERE chunk.id = ANY({ids}) AND chunk.workspace_id = {workspaceId}
            """,
            From,
            cancellationToken);
        return found.ToDictionary(static chunk => chunk.Id);
    }

    /// <summary>A chunk as it stands inside a transaction.</summary>
    public static Task<Chunk?> FindAsync(
        ISql sql, Guid workspaceId, Guid documentId, Guid id, CancellationToken cancellationToken)
        => sql.FirstOrDefaultAsync(
            $"""
            SELECT {Columns} FROM knowledge.chunk {Joins}
            WHERE chunk.id = {id} AND chunk.document_id = {documentId} AND chunk.workspace_id = {workspaceId} AND {IsShown}
            """,
            From,
            cancellationToken);

    /// <summary>Where a chunk stands in the text of its document. Of one that was edited only the place is known: length 0.</summary>
    public async Task<TextRange?> RangeAsync(
        Guid workspaceId, Guid documentId, Guid id, CancellationToken cancellationToken)
    {
        var found = await database.QueryAsync(
            $"""
            SELECT start_offset, CASE WHEN edited THEN 0 ELSE coalesce(source_length, word_count) END FROM knowledge.chunk
            WHERE id = {id} AND document_id = {documentId} AND workspace_id = {workspaceId}
            """,
            static row => new TextRange(row.At<int>(0), row.At<int>(1)),
            cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    private static SqlText Columns => SqlText.Of(
        $"""
        chunk.id, chunk.position, chunk.content, chunk.answer, chunk.keywords, chunk.heading, chunk.place, chunk.context,
        chunk.summary, chunk.word_count, chunk.token_count, chunk.page, chunk.enabled, chunk.hit_count, chunk.edited, chunk.created_by, chunk.created_at,
        chunk.updated_at, chunk.disabled_at,
        (SELECT count(*) FROM knowledge.child WHERE child.chunk_id = chunk.id)::integer AS child_count,
        CASE WHEN base.indexing = 'economy' THEN NULL WHEN {SearchedItems.IsMissing} THEN 'pending' ELSE 'ready' END AS embedding
        """);

    private static SqlText Joins => SqlText.Of(
        $"""
        JOIN knowledge.document ON document.id = chunk.document_id JOIN knowledge.base ON base.id = chunk.base_id
        """);

    // Those that are found; of a document that is read in for the first time, those that are ready.
    private static SqlText IsShown => SqlText.Of($"chunk.generation = greatest(document.generation, 1)");

    private static SqlText Fits(ChunkFilter filter) => SqlText.Of(
        $"""
        ({filter.Text}::text IS NULL OR strpos(
            lower(concat_ws(E'\n', chunk.content, chunk.answer, array_to_string(chunk.keywords, ' '))), lower({filter.Text}::text)) > 0)
        AND ({filter.Enabled}::boolean IS NULL OR chunk.enabled = {filter.Enabled}::boolean)
        """);

    private static Chunk From(Row row) => new()
    {
        Id = row.Get<Guid>("id"),
        Position = row.Get<int>("position"),
        Content = row.Get<string>("content"),
        Answer = row.Get<string?>("answer"),
        Keywords = row.Get<string[]>("keywords"),
        Heading = row.Get<string?>("heading"),
        Place = row.Get<string?>("place"),
        Context = row.Get<string?>("context"),
        Summary = row.Get<string?>("summary"),
        WordCount = row.Get<int>("word_count"),
        TokenCount = row.Get<int>("token_count"),
        Page = row.Get<int?>("page"),
        Enabled = row.Get<bool>("enabled"),
        HitCount = row.Get<long>("hit_count"),
        Edited = row.Get<bool>("edited"),
        ChildCount = row.Get<int>("child_count"),
        Embedding = row.Get<string?>("embedding") is { } word ? SnakeCase.Parse<EmbeddingState>(word) : null,
        CreatedBy = row.Get<Guid?>("created_by"),
        CreatedAt = row.Get<DateTimeOffset>("created_at"),
        UpdatedAt = row.Get<DateTimeOffset>("updated_at"),
        DisabledAt = row.Get<DateTimeOffset?>("disabled_at"),
    };
}
