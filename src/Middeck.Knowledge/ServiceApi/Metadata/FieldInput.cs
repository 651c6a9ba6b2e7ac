namespace Middeck.Knowledge.ServiceApi.Metadata;

/// <summary>What is written of a metadata field.</summary>
public sealed record FieldInput
{
    /// <summary><c>string</c>, <c>number</c> or <c>time</c>.</summary>
    public string? Type { get; init; }

    /// <summary>1 to 255 characters.</summary>
    public string? Name { get; init; }
}
