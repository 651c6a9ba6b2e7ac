using System.Runtime.CompilerServices;

namespace Middeck.Knowledge.Sources.Web;

/// <summary>Goes from a first page along its links, on its site, a level at a time.</summary>
internal sealed class Crawl(
    WebVisit visit, WebSettings settings, Uri start, IReadOnlyDictionary<string, KnownDocument> known)
{
    private readonly HashSet<Uri> _seen = [];
    private Uri? _home;
    private int _pages;

    public async IAsyncEnumerable<SourceEntry> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var queue = new Queue<(Uri Address, int Depth)>([(start, 0)]);
        _seen.Add(start);
        while (queue.TryDequeue(out var next) && _pages < settings.MaxPages)
        {
            // The first page may lead to the site's real home; from there on it is the home that counts.
            var isFirst = next.Address == start;
            var (entry, address, links) = await visit.PageAsync(
                next.Address, isFirst ? static _ => true : IsInside, withLinks: next.Depth < settings.MaxDepth, cancellationToken);
            _seen.Add(address);
            if (isFirst)
            {
                _home = address;
            }

            if (entry is not null)
            {
                _pages += entry is SourceEntry.Found or SourceEntry.Unchanged ? 1 : 0;
                yield return entry;
            }

            if (next.Depth < settings.MaxDepth)
            {
                foreach (var link in links.Where(link => IsInside(link) && _seen.Add(link)))
                {
                    queue.Enqueue((link, next.Depth + 1));
                }
            }
        }

        // What nothing leads to any more may still be there: only the site can say that it is gone.
        foreach (var address in known.Keys.Select(static key => WebAddress.Parse(key)).OfType<Uri>()
            .Where(address => IsInside(address) && !_seen.Contains(address)).ToList())
        {
            var (entry, _, _) = await visit.PageAsync(address, IsInside, withLinks: false, cancellationToken);
            if (entry is not null)
            {
                yield return entry;
            }
        }
    }

    private bool IsInside(Uri address) => WebAddress.IsSameSite(_home ?? start, address) && visit.IsWanted(address);
}
