using Middeck.Knowledge.Backends;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Which parts of the indexes are in the nodes' memory and which in back ends.</summary>
internal sealed class IndexPlaces(IVectorStore vectors, ITextStore texts)
{
    private const string Memory = "memory";

    public bool WordsInMemory => texts.Name == Memory;

    public bool VectorsInMemory => vectors.Name == Memory;

    public SearchIn Of(KnowledgeBaseRow row)
        => row.IsExternal || (!WordsInMemory && !VectorsInMemory)
            ? SearchIn.External
            : row.IsInDatabase && WordsInMemory ? SearchIn.Database : SearchIn.Memory;
}
