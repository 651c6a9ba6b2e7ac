using Middeck.Storage.Notifications;
using Middeck.Studio.Caching;

namespace Middeck.Studio.Annotations;

/// <summary>The annotations of the apps that were asked lately, by app, within 128 MB.</summary>
internal sealed class AnnotationIndexes(AnnotationReplyStore store, INotificationBus bus, TimeProvider clock)
    : NodeCache<AnnotationIndex>(bus, clock, "studio_annotation", TimeSpan.FromMinutes(10), 128 * 1024 * 1024)
{
    protected override Task<AnnotationIndex> LoadAsync(Guid key, CancellationToken cancellationToken)
        => store.LoadAsync(key, cancellationToken);

    protected override long Weigh(AnnotationIndex value) => value.Bytes;
}
