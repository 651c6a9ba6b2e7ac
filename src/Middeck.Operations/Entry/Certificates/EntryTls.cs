namespace Middeck.Operations.Entry.Certificates;

/// <summary>Where the entry's certificate comes from.</summary>
public enum EntryTls
{
    /// <summary>There is none: the entry is not encrypted, or somebody before it does that.</summary>
    Off,

    /// <summary>From a file of the operator.</summary>
    File,

    /// <summary>It is made here and signed by itself.</summary>
    Local,
}
