namespace Middeck.Workflows.Values;

/// <summary>The types of variables, as the DSL names them (<c>array[string]</c> is <see cref="ArrayString"/>).</summary>
public enum SegmentType
{
    /// <summary>No value: JSON's null.</summary>
    None,
    String,

    /// <summary>A string that is never shown.</summary>
    Secret,

    /// <summary>Integer or float; only declared, a value is one of the two.</summary>
    Number,
    Integer,
    Float,
    Boolean,
    Object,
    File,
    ArrayAny,
    ArrayString,
    ArrayNumber,
    ArrayObject,
    ArrayBoolean,
    ArrayFile,

    /// <summary>A group of variables; only declared.</summary>
    Group,
}
