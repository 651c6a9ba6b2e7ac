namespace Middeck.Knowledge.Sources;

/// <summary>What kind of place documents come from.</summary>
public enum SourceKind
{
    /// <summary>Web pages.</summary>
    Web,

    /// <summary>A bucket of S3 or something that speaks its API.</summary>
    S3,

    /// <summary>A folder of the server that the operator has allowed.</summary>
    Folder,
}
