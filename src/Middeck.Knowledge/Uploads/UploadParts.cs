namespace Middeck.Knowledge.Uploads;

/// <summary>How large the parts of an upload are.</summary>
internal static class UploadParts
{
    /// <summary>Bytes that one part may have at most.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Bytes that lose little when a line breaks and cost few requests.</summary>
    public const int SuggestedBytes = 8 * 1024 * 1024;

    /// <summary>Files up to here go in one request.</summary>
    public const int WorthwhileBytes = 20 * 1024 * 1024;
}
