using Middeck.Knowledge.Documents;
using Middeck.Storage.Objects;

namespace Middeck.Knowledge.Uploads;

/// <summary>Reads the parts of a file one after the other as the file that they are.</summary>
internal sealed class PartsStream(IObjectStore objects, IReadOnlyList<string> keys) : ForwardStream
{
    private Stream? _part;
    private int _next;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (_part is null)
            {
                if (_next == keys.Count)
                {
                    return 0;
                }

                _part = await objects.OpenAsync(keys[_next++], cancellationToken)
                    ?? throw new IOException("A part of the upload is no longer in the object store.");
            }

            var read = await _part.ReadAsync(buffer, cancellationToken);
            if (read > 0 || buffer.IsEmpty)
            {
                return read;
            }

            await _part.DisposeAsync();
            _part = null;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _part?.Dispose();
        }

        base.Dispose(disposing);
    }
}
