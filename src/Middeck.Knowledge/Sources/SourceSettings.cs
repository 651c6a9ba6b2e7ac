namespace Middeck.Knowledge.Sources;

/// <summary>The settings of a source; only those of its kind are there.</summary>
public sealed record SourceSettings
{
    /// <summary>Of kind <c>web</c>.</summary>
    public WebSettings? Web { get; init; }

    /// <summary>Of kind <c>s3</c>.</summary>
    public S3Settings? S3 { get; init; }

    /// <summary>Of kind <c>folder</c>.</summary>
    public FolderSettings? Folder { get; init; }
}
