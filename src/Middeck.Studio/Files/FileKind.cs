namespace Middeck.Studio.Files;

/// <summary>What a file is to a model, by its extension.</summary>
internal enum FileKind
{
    /// <summary>Shown to models that see.</summary>
    Image,

    /// <summary>Read to its text.</summary>
    Document,

    /// <summary>Named only.</summary>
    Audio,

    /// <summary>Named only.</summary>
    Video,

    /// <summary>Anything else; named only.</summary>
    Custom,
}
