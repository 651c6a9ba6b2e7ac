using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
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

    internal static async Task<ExtractedText> ReadAsync(IDocumentReader reader, byte[] content)
        => await reader.ReadAsync(new MemoryStream(content), CancellationToken.None);

    internal static async Task<Fault> RefusalAsync(IDocumentReader reader, byte[] content)
        => (await Assert.ThrowsAsync<FaultException>(() => ReadAsync(reader, content))).Fault;
}
