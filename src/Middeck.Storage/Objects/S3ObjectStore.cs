using System.Net;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;
using Middeck.Core.Identifiers;

namespace Middeck.Storage.Objects;

/// <summary>Objects in a bucket of S3 or a store that speaks its API.</summary>
internal sealed class S3ObjectStore(IOptions<ObjectStoreOptions> options, TimeProvider clock) : IObjectStore, IDisposable
{
    private const int DeletesAtOnce = 8;

    private readonly AmazonS3Client _client = S3Client.Create(options.Value);
    private readonly string _bucket = options.Value.Bucket;

    public async Task<StoredObject> PutAsync(
        Guid workspaceId, Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        // The key is the hash, so the whole content must have been seen before the first byte can be sent.
        await using var draft = OpenDraft();
        long size;
        string sha256;
        try
        {
            (size, sha256) = await HashingCopy.RunAsync(content, draft, maxBytes, cancellationToken);
        }
        catch (IOException ex) when (DiskFull.Is(ex))
        {
            throw DiskFull.Fault(ex);
        }

        var stored = new StoredObject(ObjectKey.Of(workspaceId, sha256), size, sha256);
        if (await SizeAsync(stored.Key, cancellationToken) != size)
        {
            draft.Position = 0;
            await S3Upload.RunAsync(_client, _bucket, stored.Key, draft, cancellationToken);
        }

        return stored;
    }

    public async Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken)
    {
        ObjectKey.RefuseOther(key);
        try
        {
            var answer = await _client.GetObjectAsync(_bucket, key, cancellationToken);
            return answer.ResponseStream;
        }
        catch (AmazonS3Exception ex) when (ex.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public async IAsyncEnumerable<StoredObject> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = _bucket };
        while (true)
        {
            var page = await _client.ListObjectsV2Async(request, cancellationToken);
            foreach (var found in page.S3Objects ?? [])
            {
                if (ObjectKey.Parse(found.Key) is { } parsed)
                {
                    yield return new StoredObject(found.Key, found.Size ?? 0, parsed.Sha256);
                }
            }

            if (page.IsTruncated != true)
            {
                yield break;
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
    }

    public Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        ObjectKey.RefuseOther(key);
        return _client.DeleteObjectAsync(_bucket, key, cancellationToken);
    }

    public async Task DeleteWorkspaceAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = _bucket, Prefix = $"{workspaceId}/" };
        while (true)
        {
            var page = await _client.ListObjectsV2Async(request, cancellationToken);
            // One by one: the request that deletes many at once wants a checksum that not every store understands.
            await Parallel.ForEachAsync(
                page.S3Objects ?? [],
                new ParallelOptions { MaxDegreeOfParallelism = DeletesAtOnce, CancellationToken = cancellationToken },
                async (found, token) => await _client.DeleteObjectAsync(_bucket, found.Key, token));
            if (page.IsTruncated != true)
            {
                return;
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
    }

    public Task CheckAsync(CancellationToken cancellationToken) => ObjectStoreProbe.RunAsync(this, cancellationToken);

    public void Dispose() => _client.Dispose();

    private async Task<long?> SizeAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _client.GetObjectMetadataAsync(_bucket, key, cancellationToken);
            return answer.ContentLength;
        }
        catch (AmazonS3Exception ex) when (ex.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private FileStream OpenDraft() => new(
        Path.Combine(Path.GetTempPath(), $"middeck-{Ids.New(clock):N}"),
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            BufferSize = 0,
        });
}
