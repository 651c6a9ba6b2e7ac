using Middeck.Studio.Sites.Publishing;

namespace Middeck.Studio.Sites.Embedding;

internal sealed class SiteFrames(PublicationStore publications) : ISiteFrames
{
    public async Task<IReadOnlyList<string>> FindOriginsAsync(string token, CancellationToken cancellationToken)
        => await publications.FindByTokenAsync(token, cancellationToken) is { Access: { Enabled: true } access }
            ? access.Origins
            : [];
}
