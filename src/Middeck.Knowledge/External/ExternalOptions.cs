using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.External;

/// <summary>Limits of asking somebody else's knowledge.</summary>
public sealed class ExternalOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "external_knowledge";

    /// <summary>Seconds until a call is given up, 1 to 120. Default 10.</summary>
    [Range(1, 120)]
    public int Timeout { get; set; } = 10;

    /// <summary>Bytes that an answer may have, 1 KB to 100 MB. Default 10 MB.</summary>
    [Range(1024, 100 * 1024 * 1024)]
    public int MaxBytes { get; set; } = 10 * 1024 * 1024;
}
