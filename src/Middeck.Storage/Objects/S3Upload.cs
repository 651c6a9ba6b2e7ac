using Amazon.S3;
using Amazon.S3.Model;

namespace Middeck.Storage.Objects;

/// <summary>Sends one draft: in one request when it is small, else in parts, of which none is left when it fails.</summary>
internal static class S3Upload
{
    /// <summary>Bytes of a part. 10,000 parts are allowed, so an object may have 156 GiB.</summary>
    public const int PartSize = 16 * 1024 * 1024;

    public static Task RunAsync(IAmazonS3 client, string bucket, string key, Stream draft, CancellationToken cancellationToken)
        => draft.Length <= PartSize
            ? WholeAsync(client, bucket, key, draft, cancellationToken)
            : InPartsAsync(client, bucket, key, draft, cancellationToken);

    private static async Task WholeAsync(
        IAmazonS3 client, string bucket, string key, Stream draft, CancellationToken cancellationToken)
        => await client.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = bucket,
                Key = key,
                InputStream = draft,
                AutoCloseStream = false,
                // The signature covers the body's hash, so the store refuses what was altered on the way.
                UseChunkEncoding = false,
            },
            cancellationToken);

    private static async Task InPartsAsync(
        IAmazonS3 client, string bucket, string key, Stream draft, CancellationToken cancellationToken)
    {
        var upload = await client.InitiateMultipartUploadAsync(
            new InitiateMultipartUploadRequest { BucketName = bucket, Key = key }, cancellationToken);
        try
        {
            var parts = new List<PartETag>();
            while (draft.Position < draft.Length)
            {
                var answer = await client.UploadPartAsync(
                    new UploadPartRequest
                    {
                        BucketName = bucket,
                        Key = key,
                        UploadId = upload.UploadId,
                        PartNumber = parts.Count + 1,
                        PartSize = Math.Min(PartSize, draft.Length - draft.Position),
                        InputStream = draft,
                        UseChunkEncoding = false,
                    },
                    cancellationToken);
                parts.Add(new PartETag(answer.PartNumber ?? (parts.Count + 1), answer.ETag));
            }

            await client.CompleteMultipartUploadAsync(
                new CompleteMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = upload.UploadId, PartETags = parts },
                cancellationToken);
        }
        catch
        {
            // Parts of an upload that is never completed cost money for ever. The caller's token may have fired already.
            await client.AbortMultipartUploadAsync(
                new AbortMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = upload.UploadId },
                CancellationToken.None);
            throw;
        }
    }
}
