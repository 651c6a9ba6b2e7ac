namespace Middeck.Knowledge.Metadata;

/// <summary>A field that the documents of a base may have values for.</summary>
/// <param name="Id">The key that values are kept by.</param>
/// <param name="Name">What people see and filters say.</param>
/// <param name="Type">What its values are.</param>
/// <param name="ValueCount">How many documents have one.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record MetadataField(Guid Id, string Name, MetadataType Type, long ValueCount, DateTimeOffset CreatedAt);
