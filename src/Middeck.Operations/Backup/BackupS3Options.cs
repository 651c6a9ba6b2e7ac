namespace Middeck.Operations.Backup;

/// <summary>How the bucket of an <c>s3://</c> address is reached.</summary>
public sealed class BackupS3Options
{
    /// <summary>The address of an S3-compatible store, such as <c>http://minio:9000</c>. Empty: Amazon's own for the region.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The region that requests are signed for.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>The access key. Empty: what the machine or the environment provides.</summary>
    public string AccessKey { get; set; } = "";

    /// <summary>The secret to <see cref="AccessKey"/>.</summary>
    public string SecretKey { get; set; } = "";

    /// <summary>Whether the bucket stands in the path, as most S3-compatible stores want it, or in the host name.</summary>
    public bool PathStyle { get; set; } = true;
}
