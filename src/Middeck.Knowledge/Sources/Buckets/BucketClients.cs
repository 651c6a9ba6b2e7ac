using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Middeck.Http.Outbound;

namespace Middeck.Knowledge.Sources.Buckets;

/// <summary>Makes clients of buckets that users name: through the guarded way out, and never with the machine's own credentials.</summary>
internal sealed class BucketClients(WorkspaceOutbound outbound)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public AmazonS3Client Create(SourceAccess access, S3Settings settings)
    {
        var config = new AmazonS3Config
        {
            AuthenticationRegion = settings.Region,
            ForcePathStyle = settings.PathStyle,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            MaxErrorRetry = 2,
            Timeout = Patience,
            HttpClientFactory = new GuardedFactory(outbound.HandlerFor(access.WorkspaceId)),
        };
        if (string.IsNullOrEmpty(settings.Endpoint))
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(settings.Region);
        }
        else
        {
            config.ServiceURL = settings.Endpoint;
        }

        return new AmazonS3Client(
            string.IsNullOrEmpty(settings.AccessKey) || string.IsNullOrEmpty(access.Secret)
                ? new AnonymousAWSCredentials()
                : new BasicAWSCredentials(settings.AccessKey, access.Secret),
            config);
    }

    private sealed class GuardedFactory(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
    }
}
