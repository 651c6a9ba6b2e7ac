using Amazon.S3;
using Amazon.S3.Model;

namespace Middeck.Operations.Backup.Targets;

/// <summary>Sends what is written in parts as it comes, so that its length need not be known. Nothing is left unless it is completed.</summary>
internal sealed class S3UploadStream(IAmazonS3 client, string bucket, string key, CancellationToken cancellationToken)
    : WriteOnlyStream
{
    // 10,000 parts are allowed, so a file may have 156 GiB.
    private const int PartSize = 16 * 1024 * 1024;

    private readonly List<PartETag> _parts = [];
    private byte[] _buffer = new byte[64 * 1024];
    private int _filled;
    private string? _upload;
    private bool _completed;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            if (_filled == PartSize)
            {
                await SendPartAsync();
            }

            var taken = Math.Min(buffer.Length, PartSize - _filled);
            MakeRoom(taken);
            buffer[..taken].CopyTo(_buffer.AsMemory(_filled));
            _filled += taken;
            buffer = buffer[taken..];
        }
    }

    /// <summary>Makes the file appear.</summary>
    public async Task CompleteAsync()
    {
        if (_upload is null)
        {
            using var whole = new MemoryStream(_buffer, 0, _filled, writable: false);
            await client.PutObjectAsync(
                new PutObjectRequest { BucketName = bucket, Key = key, InputStream = whole, UseChunkEncoding = false },
                cancellationToken);
        }
        else
        {
            await SendPartAsync();
            await client.CompleteMultipartUploadAsync(
                new CompleteMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = _upload, PartETags = _parts },
                cancellationToken);
        }

        _completed = true;
    }

    public override async ValueTask DisposeAsync()
    {
        if (!_completed && _upload is not null)
        {
            // Parts of an upload that is never completed cost money for ever. The token may have fired already.
            await client.AbortMultipartUploadAsync(
                new AbortMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = _upload }, CancellationToken.None);
        }

        await base.DisposeAsync();
    }

    // Most files are small: the buffer grows with them.
    private void MakeRoom(int more)
    {
        if (_filled + more > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Min(PartSize, Math.Max(_filled + more, _buffer.Length * 4)));
        }
    }

    private async Task SendPartAsync()
    {
        _upload ??= (await client.InitiateMultipartUploadAsync(
            new InitiateMultipartUploadRequest { BucketName = bucket, Key = key }, cancellationToken)).UploadId;
        using var part = new MemoryStream(_buffer, 0, _filled, writable: false);
        var answer = await client.UploadPartAsync(
            new UploadPartRequest
            {
                BucketName = bucket,
                Key = key,
                UploadId = _upload,
                PartNumber = _parts.Count + 1,
                PartSize = _filled,
                InputStream = part,
                UseChunkEncoding = false,
            },
            cancellationToken);
        _parts.Add(new PartETag(answer.PartNumber ?? (_parts.Count + 1), answer.ETag));
        _filled = 0;
    }
}
