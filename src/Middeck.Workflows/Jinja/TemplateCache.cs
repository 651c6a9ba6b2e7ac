using System.Collections.Concurrent;
using Middeck.Workflows.Jinja.Statements;

namespace Middeck.Workflows.Jinja;

/// <summary>
/// The templates that were rendered last. Two generations: when the young one is full, it becomes the old one, and what is asked
/// for again comes back.
/// </summary>
internal sealed class TemplateCache
{
    private const int MaxTemplates = 256;
    private const int MaxCharacters = 1_000_000;

    private volatile ConcurrentDictionary<string, Template> _young = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, Template> _old = new(StringComparer.Ordinal);
    private int _characters;

    public Template Get(string source)
    {
        if (_young.TryGetValue(source, out var template))
        {
            return template;
        }

        template = _old.TryGetValue(source, out var known) ? known : Template.Read(source);
        if (source.Length > MaxCharacters)
        {
            return template;
        }

        if (Interlocked.Add(ref _characters, source.Length) > MaxCharacters || _young.Count >= MaxTemplates)
        {
            // Two threads may do this at once: then something is read once more than needed.
            _old = _young;
            _young = new(StringComparer.Ordinal);
            Interlocked.Exchange(ref _characters, source.Length);
        }

        _young[source] = template;
        return template;
    }
}
