using System.Globalization;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;
using Middeck.Http.Outbound;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Ingestion;
using MultipartUpload = Middeck.Knowledge.Documents.MultipartUpload;

namespace Middeck.Knowledge.Sources.Buckets;

/// <summary>Reads objects of a bucket.</summary>
internal sealed class BucketSourceReader(
    BucketClients clients, DocumentReaders readers, IOptions<KnowledgeOptions> options) : ISourceReader
{
    public SourceKind Kind => SourceKind.S3;

    public void Check(SourceAccess access)
    {
        var settings = SettingsOf(access);
        if (!string.IsNullOrEmpty(settings.Endpoint)
            && (!Uri.TryCreate(settings.Endpoint, UriKind.Absolute, out var endpoint)
                || endpoint.Scheme is not ("http" or "https") || endpoint.UserInfo.Length > 0))
        {
            throw SourceFaults.Invalid(
                "knowledge.invalid_endpoint",
                "The endpoint must be an http or https address such as https://minio.example.org.",
                "settings.s3.endpoint");
        }

        if (string.IsNullOrEmpty(settings.AccessKey) != string.IsNullOrEmpty(access.Secret))
        {
            throw SourceFaults.Invalid(
                "knowledge.credentials_incomplete", "Give the access key and the secret key together, or neither.", "secret_key");
        }
    }

    public async IAsyncEnumerable<SourceEntry> ReadAsync(
        SourceAccess access,
        IReadOnlyDictionary<string, KnownDocument> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var settings = SettingsOf(access);
        var patterns = new GlobPatterns(settings.Include, settings.Exclude);
        using var client = clients.Create(access, settings);
        var request = new ListObjectsV2Request { BucketName = settings.Bucket, Prefix = settings.Prefix };
        while (true)
        {
            var page = await ListAsync(client, request, cancellationToken);
            foreach (var found in page.S3Objects ?? [])
            {
                // A key that ends in a slash is how consoles draw an empty folder.
                if (!found.Key.EndsWith('/') && patterns.Allow(found.Key, Path.GetFileName(found.Key)))
                {
                    yield return EntryOf(client, settings, found);
                }
            }

            if (page.IsTruncated != true)
            {
                yield break;
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
    }

    private SourceEntry EntryOf(AmazonS3Client client, S3Settings settings, S3Object found)
    {
        var size = found.Size ?? 0;
        if (readers.FormatOf(found.Key) is null)
        {
            return new SourceEntry.Skipped(found.Key, "Files of this type cannot be read.");
        }

        if (size == 0)
        {
            return new SourceEntry.Skipped(found.Key, "The file is empty.");
        }

        if (size > options.Value.MaxUploadBytes)
        {
            var fault = MultipartUpload.TooLarge(options.Value.MaxUploadBytes).Fault;
            return new SourceEntry.Failed(found.Key, fault.Code, fault.Detail);
        }

        return new SourceEntry.Found(
            found.Key,
            FileNames.Clean(found.Key),
            FilePlaces.FolderOf(found.Key),
            null,
            string.Create(CultureInfo.InvariantCulture, $"{found.ETag?.Trim('"')}-{size}"),
            token => OpenAsync(client, settings, found.Key, token));
    }

    private static async Task<Stream> OpenAsync(
        AmazonS3Client client, S3Settings settings, string key, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.GetObjectAsync(settings.Bucket, key, cancellationToken)).ResponseStream;
        }
        catch (Exception ex) when (IsTrouble(ex, cancellationToken))
        {
            throw SourceFaults.Unavailable("knowledge.source_read_failed", $"'{key}' could not be read: {Words(ex)}", ex);
        }
    }

    private static async Task<ListObjectsV2Response> ListAsync(
        AmazonS3Client client, ListObjectsV2Request request, CancellationToken cancellationToken)
    {
        try
        {
            return await client.ListObjectsV2Async(request, cancellationToken);
        }
        catch (Exception ex) when (IsTrouble(ex, cancellationToken))
        {
            throw SourceFaults.Unavailable(
                Refusal(ex) is null ? "knowledge.bucket_unreadable" : "outbound.private_address",
                $"The bucket '{request.BucketName}' could not be listed as a whole: {Words(ex)} Nothing was removed.",
                ex);
        }
    }

    private static bool IsTrouble(Exception exception, CancellationToken cancellationToken)
        => exception is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or ArgumentException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static string Words(Exception exception) => Refusal(exception) is { } refusal
        ? refusal.Message
        : exception is AmazonS3Exception { ErrorCode: { Length: > 0 } code } s3
            ? $"{code}: {s3.Message.TrimEnd('.')}."
            : $"{exception.Message.TrimEnd('.')}.";

    private static OutboundRefusedException? Refusal(Exception? exception)
        => exception is null ? null : exception as OutboundRefusedException ?? Refusal(exception.InnerException);

    private static S3Settings SettingsOf(SourceAccess access)
        => access.Settings.S3 ?? throw SourceFaults.MissingSettings(SourceKind.S3);
}
