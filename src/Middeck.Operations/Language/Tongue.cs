namespace Middeck.Operations.Language;

/// <summary>The languages that the command line speaks.</summary>
public enum Tongue
{
    /// <summary>English.</summary>
    English,

    /// <summary>简体中文.</summary>
    Chinese,
}
