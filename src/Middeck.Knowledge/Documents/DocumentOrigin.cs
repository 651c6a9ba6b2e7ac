namespace Middeck.Knowledge.Documents;

/// <summary>How a document came into its base.</summary>
internal enum DocumentOrigin
{
    /// <summary>Somebody uploaded a file.</summary>
    Upload,

    /// <summary>Somebody typed or pasted it.</summary>
    Text,

    /// <summary>A source read it from a web site.</summary>
    Web,

    /// <summary>A source read it from a bucket.</summary>
    S3,

    /// <summary>A source read it from a folder of the server.</summary>
    Folder,
}
