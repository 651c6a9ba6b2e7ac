using Microsoft.AspNetCore.Http;
using Middeck.Knowledge.Ingestion;

namespace Middeck.Knowledge.Documents;

/// <summary>
/// The file as it comes from the socket. Its beginning can be looked at before it is read, and an end that comes too early or
/// not at all leaves as a refusal that is told apart from trouble with our own disk.
/// </summary>
internal sealed class UploadStream(Stream body, long maxBytes) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> _peeked;

    /// <summary>The first bytes, fewer only when the file is shorter. They are read again afterwards.</summary>
    public async Task<ReadOnlyMemory<byte>> PeekAsync(int length, CancellationToken cancellationToken)
    {
        var start = new byte[length];
        var read = await this.ReadAtLeastAsync(start, length, throwOnEndOfStream: false, cancellationToken);
        return _peeked = start.AsMemory(0, read);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_peeked.Length > 0)
        {
            var taken = Math.Min(buffer.Length, _peeked.Length);
            _peeked[..taken].CopyTo(buffer);
            _peeked = _peeked[taken..];
            return taken;
        }

        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (BadHttpRequestException ex) when (ex.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw MultipartUpload.TooLarge(maxBytes, ex);
        }
        catch (IOException ex)
        {
            throw MultipartUpload.BrokenOff(ex);
        }
    }
}
