using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Middeck.Storage.Objects;

namespace Middeck.Operations.Backup.Targets;

/// <summary>A bucket of S3 or something that speaks its API. A backup is there once its manifest is, which is written last.</summary>
internal sealed class S3Target : IBackupTarget
{
    private readonly AmazonS3Client _client;
    private readonly string _bucket;
    private readonly string _prefix;

    public S3Target(Uri address, BackupS3Options options)
    {
        _bucket = address.Host;
        _prefix = address.AbsolutePath.Trim('/') is { Length: > 0 } prefix ? $"{prefix}/" : "";
        Address = $"s3://{_bucket}/{_prefix}".TrimEnd('/');
        _client = S3Client.Create(new ObjectStoreOptions
        {
            Endpoint = options.Endpoint,
            Region = options.Region,
            AccessKey = options.AccessKey,
            SecretKey = options.SecretKey,
            PathStyle = options.PathStyle,
        });
    }

    public string Address { get; }

    public bool CanMove => false;

    public Task WriteAsync(
        string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
        => AskAsync(async () =>
        {
            await using var upload = new S3UploadStream(_client, _bucket, _prefix + name, cancellationToken);
            await write(upload, cancellationToken);
            await upload.CompleteAsync();
            return true;
        });

    public Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken)
        => AskAsync(async () =>
        {
            try
            {
                return (await _client.GetObjectAsync(_bucket, _prefix + name, cancellationToken)).ResponseStream;
            }
            catch (AmazonS3Exception ex) when (ex.StatusCode == HttpStatusCode.NotFound && ex.ErrorCode != "NoSuchBucket")
            {
                return null;
            }
        });

    public async IAsyncEnumerable<TargetFile> ListAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = _bucket, Prefix = _prefix + prefix };
        while (true)
        {
            var page = await AskAsync(() => _client.ListObjectsV2Async(request, cancellationToken));
            foreach (var found in page.S3Objects ?? [])
            {
                yield return new TargetFile(found.Key[_prefix.Length..], found.Size ?? 0);
            }

            if (page.IsTruncated != true)
            {
                yield break;
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
    }

    public async Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>();
        var request = new ListObjectsV2Request { BucketName = _bucket, Prefix = _prefix + prefix, Delimiter = "/" };
        while (true)
        {
            var page = await AskAsync(() => _client.ListObjectsV2Async(request, cancellationToken));
            var found = (page.CommonPrefixes ?? []).Concat((page.S3Objects ?? []).Select(one => one.Key));
            names.UnionWith(found.Select(name => name[(_prefix.Length + prefix.Length)..].Split('/')[0]));
            if (page.IsTruncated != true)
            {
                return [.. names];
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken)
        => AskAsync(() => _client.DeleteObjectAsync(_bucket, _prefix + name, cancellationToken));

    public async Task DeleteAllAsync(string prefix, CancellationToken cancellationToken)
    {
        await foreach (var file in ListAsync(prefix, cancellationToken))
        {
            await DeleteAsync(file.Name, cancellationToken);
        }
    }

    public void Move(string from, string to) => throw new NotSupportedException();

    public void Dispose() => _client.Dispose();

    private async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception ex) when (ex is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw new RefusedException(ExitCode.BackupTarget, BackupMessages.TargetFails(Address, ex.Message), ex);
        }
    }
}
