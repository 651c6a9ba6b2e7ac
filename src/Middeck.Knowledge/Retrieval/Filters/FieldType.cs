namespace Middeck.Knowledge.Retrieval.Filters;

/// <summary>What a metadata field holds.</summary>
internal enum FieldType
{
    String,
    Number,

    /// <summary>Seconds since 1970.</summary>
    Time,
}
