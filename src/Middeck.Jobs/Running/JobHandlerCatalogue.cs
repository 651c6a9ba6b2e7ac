using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;

namespace Middeck.Jobs.Running;

/// <summary>The handlers by kind.</summary>
internal sealed class JobHandlerCatalogue(IEnumerable<JobHandlerRegistration> registrations)
{
    private readonly FrozenDictionary<string, Type> _handlers =
        registrations.ToFrozenDictionary(registration => registration.Kind, registration => registration.Handler);

    public IReadOnlyList<string> Kinds => _handlers.Keys;

    /// <exception cref="ArgumentException">Nobody registered the kind.</exception>
    public void RefuseUnknown(string kind)
    {
        if (!_handlers.ContainsKey(kind))
        {
            throw new ArgumentException($"No handler is registered for jobs of kind '{kind}'.", nameof(kind));
        }
    }

    /// <summary>Makes the handler of a kind; null when this program does not know the kind.</summary>
    public IJobHandler? Create(string kind, IServiceProvider scope)
        => _handlers.TryGetValue(kind, out var type) ? (IJobHandler)scope.GetRequiredService(type) : null;
}
