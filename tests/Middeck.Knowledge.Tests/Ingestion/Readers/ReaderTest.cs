using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Ingestion;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

public abstract class ReaderTest
{
    internal static IOptions<KnowledgeOptions> Options(Action<KnowledgeOptions>? change = null)
    {
        var options = new KnowledgeOptions();
        change?.Invoke(options);
        return Microsoft.Extensions.Options.Options.Create(options);
    }

    /// <summary>Reads as the job does: within the limits, page by page.</summary>
    internal static async Task<List<ExtractedPage>> ReadAsync(
        IDocumentReader reader,
        byte[] content,
        string? extension = null,
        ReadingSettings? settings = null,
        Action<KnowledgeOptions>? limits = null)
    {
        await using var source = new DocumentSource(
            new MemoryStream(content), extension ?? reader.Formats[0].Extension, settings ?? new ReadingSettings());
        return await new DocumentReaders([reader], Options(limits)).ReadAsync(source, CancellationToken.None).ToListAsync();
    }

    internal static async Task<Fault> RefusalAsync(
        IDocumentReader reader, byte[] content, string? extension = null, Action<KnowledgeOptions>? limits = null)
        => (await Assert.ThrowsAsync<FaultException>(() => ReadAsync(reader, content, extension, limits: limits))).Fault;
}
