using System.Collections.Frozen;
using Middeck.Core.Errors;
using Middeck.Models.Providers;

namespace Middeck.Models.Transports;

/// <summary>The transports by kind. A new kind is one class and one line of registration.</summary>
internal sealed class TransportTable(IEnumerable<IProviderTransport> transports)
{
    private readonly FrozenDictionary<string, IProviderTransport> _byKind =
        transports.ToFrozenDictionary(transport => transport.Kind, StringComparer.Ordinal);

    /// <exception cref="FaultException"><c>models.kind_not_available</c>.</exception>
    public IProviderTransport Of(string? kind)
    {
        if (kind is not null && _byKind.TryGetValue(kind, out var transport))
        {
            return transport;
        }

        var there = string.Join(", ", _byKind.Keys.Where(name => name != ProviderKinds.Builtin).Order());
        throw new FaultException(Fault.Invalid(
            "models.kind_not_available",
            kind is not null && ProviderKinds.Known.Contains(kind)
                ? $"Providers of the kind '{kind}' are not available yet. Available: {there}; most services also offer an "
                    + "OpenAI-compatible address."
                : $"There is no kind of provider '{kind}'. Available: {there}.",
            "kind"));
    }
}
