namespace Middeck.Storage.Secrets;

/// <summary>Where the master key comes from.</summary>
public sealed class SecretVaultOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "secrets";

    /// <summary>The master key itself: 32 bytes as base64 or hex. Empty: the file below is used.</summary>
    public string Key { get; set; } = "";

    /// <summary>A file of 32 random bytes, made at first start with mode 0600. Empty: <c>keys/master</c> in the home.</summary>
    public string KeyFile { get; set; } = "";
}
