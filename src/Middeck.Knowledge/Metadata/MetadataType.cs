namespace Middeck.Knowledge.Metadata;

/// <summary>What the values of a metadata field are; the words are Dify's.</summary>
public enum MetadataType
{
    /// <summary>Text of at most 2,000 characters.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A moment: RFC 3339 or seconds since 1970 in, seconds out.</summary>
    Time,
}
