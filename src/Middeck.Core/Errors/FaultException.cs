namespace Middeck.Core.Errors;

/// <summary>Carries a <see cref="Fault"/> up to the edge from where no result can be returned. It is a refusal, not a bug.</summary>
public sealed class FaultException(Fault fault, Exception? inner = null) : Exception(fault.Detail, inner)
{
    /// <summary>What the caller is told.</summary>
    public Fault Fault { get; } = fault;
}
