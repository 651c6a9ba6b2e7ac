using System.ComponentModel.DataAnnotations;

namespace Middeck.Storage.Objects;

/// <summary>Where uploaded files and large payloads are kept.</summary>
public sealed class ObjectStoreOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "objects";

    /// <summary><c>files</c> or <c>s3</c>.</summary>
    public ObjectStoreKind Kind { get; set; } = ObjectStoreKind.Files;

    /// <summary>The folder of kind <c>files</c>, <c>objects</c> in the home.</summary>
    public string Path { get; set; } = "";

    /// <summary>The bucket of kind <c>s3</c>; it must exist.</summary>
    public string Bucket { get; set; } = "";

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

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind == ObjectStoreKind.Files && Path.Length == 0)
        {
            yield return new ValidationResult("objects.path must name a folder when objects.kind is files.", [nameof(Path)]);
        }

        if (Kind == ObjectStoreKind.S3 && Bucket.Length == 0)
        {
            yield return new ValidationResult("objects.bucket must name a bucket when objects.kind is s3.", [nameof(Bucket)]);
        }

        if (AccessKey.Length > 0 != SecretKey.Length > 0)
        {
            yield return new ValidationResult(
                "objects.access_key and objects.secret_key must be given together.", [nameof(AccessKey), nameof(SecretKey)]);
        }

        if (Endpoint.Length > 0 && !Uri.TryCreate(Endpoint, UriKind.Absolute, out _))
        {
            yield return new ValidationResult("objects.endpoint must be an absolute URL.", [nameof(Endpoint)]);
        }
    }
}
