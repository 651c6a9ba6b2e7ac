namespace Middeck.Knowledge.Metadata;

/// <summary>Switches the built-in fields of a base on or off.</summary>
public sealed record SwitchBuiltInMetadata
{
    /// <summary>Whether they can be filtered by.</summary>
    public bool Enabled { get; init; }
}
