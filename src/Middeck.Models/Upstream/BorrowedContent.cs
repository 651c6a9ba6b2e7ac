using System.Net;

namespace Middeck.Models.Upstream;

/// <summary>Sends a stream from its beginning and leaves it open, so that a call can be tried again with it.</summary>
internal sealed class BorrowedContent(Stream stream) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream target, TransportContext? context)
        => SerializeToStreamAsync(target, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream target, TransportContext? context, CancellationToken cancellationToken)
    {
        stream.Position = 0;
        return stream.CopyToAsync(target, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = stream.Length;
        return true;
    }
}
