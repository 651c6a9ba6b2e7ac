using Middeck.Core.Errors;

namespace Middeck.Knowledge.Indexing;

/// <summary>The embedding model could not be reached for now. Not a refusal: the job tries again.</summary>
internal sealed class EmbeddingUnavailableException(string message, FaultException inner) : Exception(message, inner)
{
    public string Code => inner.Fault.Code;
}
