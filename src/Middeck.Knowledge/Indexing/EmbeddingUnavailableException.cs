using Middeck.Core.Errors;

namespace Middeck.Knowledge.Indexing;

/// <summary>The embedding model could not be reached for now. Not a refusal: the job tries again.</summary>
internal sealed class EmbeddingUnavailableException(FaultException inner) : Exception(inner.Fault.Detail, inner);
