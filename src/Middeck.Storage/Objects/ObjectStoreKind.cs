namespace Middeck.Storage.Objects;

/// <summary>Where objects are kept.</summary>
public enum ObjectStoreKind
{
    /// <summary>A folder of this machine.</summary>
    Files,

    /// <summary>A bucket of S3 or something that speaks its API, such as MinIO.</summary>
    S3,
}
